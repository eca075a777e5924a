"""Only what is the same for everybody is kept, and staff see it fresh."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client

from tests.staff_records import a_person
from tests.welfare_plan.page_cache.conftest import PAGE, a_page
from welfare_plan.page_cache.store import store

pytestmark = pytest.mark.django_db


def with_cookie(request):
    page = a_page()
    page.set_cookie("seen", "1")
    return page


def with_header(name, text):
    return lambda request: a_page(headers={name: text})


def not_named(request):
    return HttpResponse("<p>だれかの画面</p>")


def streamed(request):
    page = StreamingHttpResponse([b"<p>"])
    page.public_scopes = ("site",)
    return page


NONCE = "script-src 'nonce-abc'"


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(with_cookie, id="sets a cookie"),
        pytest.param(with_header("Vary", "Cookie"), id="varies with cookies"),
        pytest.param(with_header("Content-Security-Policy", NONCE), id="has a nonce"),
        pytest.param(with_header("Cache-Control", "private"), id="says how to keep it"),
        pytest.param(lambda request: a_page(status=404), id="is not there"),
        pytest.param(lambda request: a_page(status=500), id="is an error"),
        pytest.param(not_named, id="names no scopes"),
        pytest.param(streamed, id="is sent piece by piece"),
    ],
)
def test_an_answer_is_not_kept_that(site, view):
    here = site(view)

    answers = [here.get() for _ in range(2)]

    assert here.asked == 2
    assert len(store) == 0
    assert all("ETag" not in answer for answer in answers)


def test_any_other_is_kept(site):
    here = site(lambda request: a_page())

    assert here.get().content == here.get().content
    assert here.asked == 1


def test_a_page_that_is_gone_is_not_kept_any_longer(site):
    found = iter([a_page(), a_page(status=404)])
    here = site(lambda request: next(found))
    here.get()
    store.get(("/page/", "", False, "testserver")).day = None

    assert here.get().status_code == 404
    assert len(store) == 0


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=介護",
        "/api/v1/plans",
        "/api/v1/",
        "/data/all/plans.csv",
        "/robots.txt",
        "/sitemap.xml",
        "/staff/login/",
        "/admin/login/",
        "/plans/nowhere/",
    ],
)
def test_nothing_is_kept_of(client, address, trusted):
    answer = client.get(address)

    if answer.streaming:
        b"".join(answer)
    assert len(store) == 0


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/feed.atom",
        "/plans/kita-ku/feed.atom",
        "/data/",
        "/embed/targets/kashiwa-chiiki-fukushi/4-3/",
        "/embed/policies/kashiwa-chiiki-fukushi/1.svg",
    ],
)
def test_kept_is(client, address, trusted):
    assert client.get(address).status_code == 200
    assert len(store) == 1


def test_posting_to_a_page_neither_finds_nor_keeps_one(client, trusted):
    client.get(PAGE)
    (before,) = store._entries.values()

    answer = client.post(PAGE)

    assert "ETag" not in answer
    assert list(store._entries.values()) == [before]


def test_staff_get_a_fresh_page_that_nobody_may_keep(client, trusted):
    clerk = Client()
    clerk.force_login(a_person("計画担当", is_staff=True))
    kept = client.get(PAGE)

    fresh = clerk.get(PAGE)

    assert fresh.content == kept.content
    assert fresh["Cache-Control"] == "private, no-store"
    assert "ETag" not in fresh
    assert len(store) == 1


def test_no_other_cookie_goes_round_what_is_kept(client, trusted):
    first = client.get(PAGE)
    client.cookies["_ga"] = "GA1.1.123"
    client.cookies["not_sessionid"] = "1"

    assert client.get(PAGE)["ETag"] == first["ETag"]


def test_static_files_stay_in_the_browsers_of_staff(client, trusted):
    clerk = Client()
    clerk.force_login(a_person("計画担当", is_staff=True))

    files = [who.get("/static/css/portal.css") for who in (client, clerk)]

    assert files[0]["Cache-Control"] == files[1]["Cache-Control"]
    assert [b"".join(file)[:10] for file in files]

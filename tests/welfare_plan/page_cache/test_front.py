"""What is kept is answered before Django sees the request, and just as Django would."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.urls import set_script_prefix

from plans.addresses import address_of
from plans.publishing import publishing
from tests.factories import a_plan
from tests.staff_records import a_person, client_of
from tests.welfare_plan.page_cache.conftest import PAGE
from welfare_plan.page_cache import front
from welfare_plan.page_cache.front import with_kept_pages

pytestmark = pytest.mark.django_db


class Server:
    """The WSGI application behind the front, with how often it is asked."""

    def __init__(self):
        self._django, self.asked = WSGIHandler(), 0
        self._front = with_kept_pages(self._count)

    def _count(self, environ, start_response):
        self.asked += 1
        return self._django(environ, start_response)

    def get(self, address=PAGE, **environ):
        return self._answer(self._front, address, environ)

    def get_of_django(self, address=PAGE, **environ):
        return self._answer(self._django, address, environ)

    def _answer(self, application, address, environ):
        said = []
        request = RequestFactory().generic(
            environ.pop("REQUEST_METHOD", "GET"), address, **environ
        )
        response = application(request.environ, lambda *args: said.append(args))
        body = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        ((status, headers),) = said
        return status, dict(headers), body


@pytest.fixture
def server(trusted, leased):
    yield Server()
    # Each request of a server sets it, and an address is remembered for good.
    set_script_prefix("/")
    address_of.cache_clear()


def test_the_second_time_django_is_not_asked(server):
    first, second = server.get(), server.get()

    assert server.asked == 1
    assert second == first
    assert first[0] == "200 OK"
    assert "北区" in first[2].decode()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"REQUEST_METHOD": "HEAD"},
        {"HTTP_ACCEPT_ENCODING": "gzip"},
        {"HTTP_ACCEPT_ENCODING": "gzip;q=0"},
        {"HTTP_IF_NONE_MATCH": "its own"},
        {"HTTP_IF_NONE_MATCH": "*", "HTTP_ACCEPT_ENCODING": "gzip"},
        {"HTTP_IF_NONE_MATCH": '"another"'},
        {"HTTP_COOKIE": "_ga=1", "HTTP_ACCEPT_LANGUAGE": "en"},
    ],
    ids=lambda asked: " ".join(asked.values()) or "plain",
)
def test_it_says_what_django_says(server, asked):
    own = server.get()[1]["ETag"]
    if asked.get("HTTP_IF_NONE_MATCH") == "its own":
        asked = {"HTTP_IF_NONE_MATCH": own}
    wanted = server.get(**asked)
    before = server.asked

    found = server.get(**asked)

    assert server.asked == before
    assert found == wanted == server.get_of_django(**asked)


def test_an_edit_shows_as_soon_as_the_lease_is_over(server):
    plan = a_plan(title="前の名称")
    address = plan.get_absolute_url()
    server.get(address)

    with publishing(*plan.publishing_scopes()):
        plan.title = "改めた名称"
        plan.save()
    leased_body = server.get(address)[2].decode()
    revised = _later(server, address)

    assert "前の名称" in leased_body
    assert "改めた名称" in revised


def _later(server, address):
    front.revisions.forget()
    return server.get(address)[2].decode()


def test_after_the_lease_django_is_asked_and_then_not_again(server, leased):
    server.get()
    leased.now += 1

    server.get()
    server.get()

    assert server.asked == 2


def test_the_next_day_the_page_is_made_anew(server, monkeypatch):
    server.get()
    monkeypatch.setattr(front.timezone, "localdate", lambda: None)

    server.get()

    assert server.asked == 2


@pytest.mark.parametrize(
    "other",
    [
        {"HTTP_HOST": "127.0.0.1"},
        {"HTTP_X_FORWARDED_HOST": "localhost"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"SCRIPT_NAME": "/below"},
        {"REQUEST_METHOD": "POST"},
        {"QUERY_STRING": "furigana=1"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_in_anything_that_counts_is_for_django(server, other):
    server.get()

    server.get(**other)

    assert server.asked == 2


def test_a_host_that_is_not_ours_is_refused_each_time(server):
    server.get()

    answers = [server.get(HTTP_HOST="elsewhere.example")[0] for _ in range(2)]

    assert answers == ["400 Bad Request"] * 2


def test_who_has_a_session_is_never_given_the_page_of_all(server):
    cookie = client_of(a_person("計画担当")).cookies["sessionid"].OutputString()
    server.get()

    own = [server.get(HTTP_COOKIE=f"_ga=1; {cookie}") for _ in range(2)]
    of_all = server.get()

    assert server.asked == 3
    kinds = [headers["Cache-Control"] for _, headers, _ in (*own, of_all)]
    assert kinds == ["private, no-store", "private, no-store", "no-cache"]


@pytest.mark.parametrize("charset", ["cp037", "utf-16"])
@pytest.mark.parametrize("query", ["furigana=1", "year=R6"])
def test_an_encoding_of_their_own_writes_on_nobody_elses_page(server, charset, query):
    address = f"{PAGE}dashboard/?{query}"
    odd = server.get(address, CONTENT_TYPE=f"text/plain; charset={charset}")

    page = server.get(address)

    assert page != odd
    assert page == server.get_of_django(address)
    assert page[2] == Client().get(address).content


@pytest.mark.parametrize("address", ["/search/?q=介護", "/nowhere/", "/healthz"])
def test_what_is_not_kept_is_for_django_each_time(server, address):
    server.get(address)
    server.get(address)

    assert server.asked == 2


def test_where_kept_pages_are_checked_django_does_it(server, settings):
    server.get()
    settings.PAGE_CACHE_VERIFY = True

    server.get()

    assert server.asked == 2


def test_no_more_names_are_remembered_than_there_is_room_for(server, monkeypatch):
    monkeypatch.setattr(front, "MOST", 5)

    for number in range(20):
        server.get(f"{PAGE}?utm_source={number}")

    assert 0 < len(front._names) <= 5


def test_a_request_that_is_too_long_is_remembered_by_nobody(server):
    for _ in range(2):
        server.get(HTTP_X_FORWARDED_HOST="a" * 3000)

    assert server.asked == 2
    assert not front._names

"""One page, sent as each browser wants it."""

import gzip

import pytest

from tests.welfare_plan.page_cache.conftest import PAGE, a_page
from welfare_plan.page_cache.replies import accepts_gzip

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, trusted):
    def get(**headers):
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return client.get(PAGE, headers=named)

    return get


@pytest.fixture
def first(ask):
    return ask()


def test_the_first_answer_and_the_later_ones_are_the_same(ask, first):
    later = ask()

    assert later.content == first.content
    assert dict(later.headers) == dict(first.headers)
    assert first["Cache-Control"] == "no-cache"
    assert first["Vary"] == "Accept-Encoding"
    assert first["Content-Length"] == str(len(first.content))
    assert first["Referrer-Policy"] == "same-origin"
    assert first["X-Frame-Options"] == "DENY"


def test_a_browser_that_has_the_page_gets_no_body(ask, first):
    again = ask(if_none_match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert dict(again.headers) == {
        name: first[name] for name in ("ETag", "Cache-Control", "Vary")
    }


def test_the_tag_is_that_of_the_page_and_its_headers(client, first):
    from welfare_plan.page_cache.middleware import forget_everything

    forget_everything()

    assert client.get(PAGE)["ETag"] == first["ETag"]
    assert client.get("/plans/kashiwa-chiiki-fukushi/")["ETag"] != first["ETag"]


def test_the_tag_is_the_same_in_another_process(client, first, monkeypatch):
    """Where the parts of the policy stand in another order."""
    from welfare_plan.page_cache.middleware import forget_everything

    policy = "Content-Security-Policy"
    other_order = "; ".join(reversed(first[policy].split("; ")))
    monkeypatch.setattr(
        "csp.middleware.build_policy",
        lambda report_only=False, **given: "" if report_only else other_order,
    )
    forget_everything()

    page = client.get(PAGE)

    assert page[policy] == other_order != first[policy]
    assert page["ETag"] == first["ETag"]


@pytest.mark.parametrize(
    "written", ["W/{}", '"other", {}', '"a",W/{} , "b"', "*"], ids=str
)
def test_tags_may_be_weak_or_several_or_any(ask, first, written):
    again = ask(if_none_match=written.format(first["ETag"]))

    assert again.status_code == 304
    assert again["ETag"] == first["ETag"]


@pytest.mark.parametrize("written", ['"other"', "junk", '"', "W/", ""], ids=str)
def test_another_tag_gets_the_page(ask, first, written):
    again = ask(if_none_match=written)

    assert (again.status_code, again.content) == (200, first.content)


def test_the_compressed_page_has_a_tag_of_its_own(ask, first):
    packed = ask(accept_encoding="br, gzip")

    assert gzip.decompress(packed.content) == first.content
    assert packed["Content-Encoding"] == "gzip"
    assert packed["Content-Length"] == str(len(packed.content))
    assert packed["ETag"] != first["ETag"]
    again = ask(accept_encoding="gzip", if_none_match=packed["ETag"])
    assert (again.status_code, again["ETag"]) == (304, packed["ETag"])


@pytest.mark.parametrize(
    ("header", "wants"),
    [
        ("gzip", True),
        ("GZIP;q=0.5", True),
        ("deflate, gzip;q=1.0, *;q=0.5", True),
        ("*", True),
        ("x-gzip", True),
        ("gzip; q = 0.1", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("gzipped", False),
        ("gzip;q=nonsense", False),
        ("", False),
    ],
)
def test_gzip_is_sent_to_who_wants_it(header, wants):
    assert accepts_gzip(header) is wants


def test_head_says_what_get_says_without_a_body(client, trusted):
    cold = client.head(PAGE)
    page = client.get(PAGE)
    warm = client.head(PAGE)

    assert cold.content == warm.content == b""
    assert dict(cold.headers) == dict(warm.headers) == dict(page.headers)
    assert int(warm["Content-Length"]) > 1000


def test_what_does_not_shrink_leaves_as_it_is(site):
    answer = site(lambda request: a_page("x")).get(**{"accept-encoding": "gzip"})

    assert answer.content == b"x"
    assert "Content-Encoding" not in answer


def test_headers_that_are_shared_cannot_be_changed(client, first):
    with pytest.raises(TypeError):
        first["X-Test"] = "1"

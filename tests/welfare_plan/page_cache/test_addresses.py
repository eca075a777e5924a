"""Addresses that mean one page have one page, and what they add stands on none."""

from itertools import islice
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client

from tests.crawler import visit
from tests.welfare_plan.page_cache.conftest import PAGE
from welfare_plan.page_cache.keys import KNOWN
from welfare_plan.page_cache.store import store

pytestmark = pytest.mark.django_db

SITE = "https://plans.example.jp"
DASHBOARD = "/plans/kashiwa-chiiki-fukushi/dashboard/"


@pytest.fixture(autouse=True)
def named_site(settings, trusted):
    settings.SITE_URL = SITE


def test_fifty_unknown_queries_and_a_hundred_ports_are_one_page():
    bodies = {
        Client(headers={"host": host}).get(f"{PAGE}?{query}").content
        for host, query in [
            *(("localhost", f"utm_source={n}&x{n}") for n in range(50)),
            *((f"LocalHost:{8000 + n}", "") for n in range(100)),
            ("127.0.0.1", "fbclid=1"),
        ]
    }

    assert len(bodies) == 1
    assert len(store) == 1


def test_what_was_added_stands_on_no_page(client):
    page = client.get(f"{PAGE}?x=%22%3E%3Cb%3Epoison&furigana=1").content.decode()

    assert "poison" not in page
    assert 'class="furigana"' in page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("year=R6&policy=2", "policy=2&year=R6"),
        ("year=R5&year=R6", "year=R6"),
        ("year=&policy=2", "policy=2"),
        ("status=%E9%81%85", "status=遅"),
    ],
    ids=["order", "twice", "without a value", "unquoted"],
)
def test_what_reads_the_same_is_one_page(client, one, other):
    found = [client.get(f"{DASHBOARD}?{query}").content for query in (one, other)]

    assert found[0] == found[1]
    assert len(store) == 1


def test_what_reads_otherwise_is_another_page(client):
    plain, year = (client.get(f"{DASHBOARD}{q}").content for q in ("", "?year=R6"))

    assert plain != year
    assert len(store) == 2


def test_letters_that_came_unquoted_are_read_as_django_reads_them(client):
    raw = "plan=桶川&page=2".encode().decode("latin-1")

    page = client.get("/actions/", QUERY_STRING=raw)

    assert page.status_code == 200
    assert "計画" in page.content.decode()
    assert len(store) == 1


@pytest.mark.parametrize(
    "query", ["year=" + "9" * 1000, "&".join(["a=1"] * 1001)], ids=["long", "many"]
)
def test_a_long_address_is_not_kept(query):
    answer = Client(raise_request_exception=False).get(f"{DASHBOARD}?{query}")

    assert answer.status_code in (200, 400)
    assert len(store) == 0


def test_a_host_that_is_not_ours_is_refused_as_ever(client):
    client.get(PAGE)

    answer = Client(headers={"host": "evil.example"}).get(PAGE)

    assert answer.status_code == 400


def test_where_the_site_has_no_name_each_host_has_pages_of_its_own(settings):
    settings.SITE_URL = ""

    feeds = {
        Client(headers={"host": host}).get("/feed.atom").content
        for host in ("localhost", "127.0.0.1")
    }

    assert len(feeds) == len(store) == 2


def test_https_is_not_served_what_was_made_for_http(client, settings):
    client.get(PAGE)
    client.get(PAGE, secure=True)
    assert len(store) == 2

    settings.SECURE_SSL_REDIRECT = True
    assert Client().get(PAGE)["Location"] == f"https://testserver{PAGE}"


def test_all_that_pages_link_to_is_known():
    """Else a link would lead to a page without what it asks for."""
    asked = set()
    for _, _, soup in islice(visit(Client(), DASHBOARD), 60):
        links = [urlsplit(link["href"]) for link in soup.select("a[href]")]
        asked |= {
            name
            for link in links
            if not link.netloc and link.path != "/search/"
            for name, _ in parse_qsl(link.query)
        }
        boxes = soup.select("form[method=get]:not([action='/search/']) [name]")
        asked |= {box["name"] for box in boxes}

    assert {"year", "policy", "furigana"} <= asked
    assert asked <= KNOWN

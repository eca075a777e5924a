"""S6: forms come from our own pages, nobody is sent elsewhere, no host is believed."""

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.crawler import body_of
from tests.rights_world import World, routes
from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import WORD, with_password

pytestmark = pytest.mark.django_db

ELSEWHERE = (
    *("https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example"),
    *("\\\\evil.example", "https:evil.example", "http:///evil.example", "/%09/evil"),
    *("/\t/evil.example", "javascript:alert(1)", "data:text/html,evil.example"),
    *("https://testserver@evil.example/", "https://evil.example\\@testserver/"),
)


@pytest.fixture
def world(settings, caplog):
    settings.PAGE_CACHE_VERIFY = False
    caplog.set_level(logging.CRITICAL, logger="django")
    return World()


@pytest.fixture
def chief(world):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(world.chief)
    return client


def leads_away(response):
    place = response.headers.get("Location", "")
    return place.replace("\t", "").startswith(("//", "/\\", "\\")) or (
        ":" in place.partition("/")[0] and not place.startswith("http://testserver/")
    )


def test_a_form_without_the_token_of_the_site_stores_nothing(world, chief):
    taken = []

    for route in routes():
        address = world.address(route, "")
        with CaptureQueriesContext(connection) as captured:
            response = chief.post(address, {"post": "yes"})
        body_of(response)
        writes = [
            query["sql"]
            for query in captured
            if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
            and "django_session" not in query["sql"]
        ]
        # Pages that take no form say so, or have the address moved; others ask for it.
        if response.status_code not in (301, 302, 403, 404, 405) or writes:
            taken.append((route, response.status_code, writes))

    assert taken == []


@pytest.mark.long
@pytest.mark.parametrize("way", ["get", "post"])
def test_no_address_sends_anybody_to_another_site(world, way):
    visitor, chief = (Client(raise_request_exception=False) for _ in range(2))
    chief.force_login(world.chief)
    away = []

    for number, route in enumerate(routes()):
        place = ELSEWHERE[number % len(ELSEWHERE)]
        # Who has left by one of the addresses is nobody afterwards.
        for client in (visitor,) if "logout" in route else (visitor, chief):
            address = world.address(route, "")
            response = getattr(client, way)(
                address, {"next": place, "return": place}, headers={"referer": place}
            )
            body_of(response)
            away += [(route, place)] if leads_away(response) else []

    assert away == []


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_login_and_a_logout_stay_on_the_site(place):
    person = with_password(a_person("計画担当"))
    client = Client()
    sent = {"username": person.username, "password": WORD, "next": place}

    came_in = client.post("/staff/login/", sent)
    went_out = client.post("/staff/logout/", {"next": place})

    assert came_in.status_code == 302
    assert not leads_away(came_in)
    assert not leads_away(went_out)


def test_no_address_believes_a_host_that_is_not_ours(world):
    client = Client(raise_request_exception=False)
    believed = []

    for route in routes():
        address = world.address(route, "")
        response = client.get(address, headers={"host": "evil.example"})
        body = body_of(response)
        if response.status_code != 400 or b"evil.example" in body:
            believed.append((route, response.status_code))

    assert believed == []


def test_a_host_named_by_a_header_of_proxies_stands_on_no_page(world):
    client = Client(raise_request_exception=False)
    headers = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}

    told = [
        route
        for route in routes()
        if b"evil.example"
        in body_of(client.get(world.address(route, ""), headers=headers))
    ]

    assert told == []

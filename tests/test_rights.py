"""Who may open and send what: docs/rights.csv, tried on every address of the site.

The table has one line for each address pattern, more where records differ in state.
A cell says what comes back: ok (a page), moved (sent on to another page), login (asked
to log in), or the number of a refusal.
"""

import csv
from contextlib import contextmanager
from copy import copy

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.rights_world import ANYBODY, ROLES, World, routes

pytestmark = pytest.mark.django_db

TABLE = settings.BASE_DIR / "docs" / "rights.csv"
METHODS = ("GET", "POST")
PEOPLE = (ANYBODY, *ROLES)
HEADER = ["address", "case"] + [f"{who} {how}" for who in PEOPLE for how in METHODS]
REFUSED = {"login", "403", "404", "405"}
# Written for anybody who comes by, by logging in and out, by taking out a file.
_OWN_TABLES = ("django_session", "SAVEPOINT", "sign_in_accessevent")


def lines():
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@contextmanager
def undone():
    """Whatever a request stores is gone before the next one."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def outcome(client, address, method):
    """What comes back, and whether the request wrote anything."""
    with undone(), CaptureQueriesContext(connection) as captured:
        if method == "GET":
            response = client.get(address)
        else:
            response = client.post(address, {"post": "yes"})
        if response.streaming:
            # Read to its end, so that the file is closed.
            b"".join(response)
    writes = [
        query["sql"]
        for query in captured
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
        and not any(name in query["sql"] for name in _OWN_TABLES)
    ]
    return _word(response), writes


def _word(response):
    templates = {template.name for template in response.templates}
    if response.status_code == 403 and "registration/login.html" in templates:
        # In place, so that what was typed comes along.
        return "login"
    if response.status_code == 200:
        return "ok"
    if response.status_code in (301, 302):
        place = response.url.partition("?")[0]
        return "login" if place in ("/staff/login/", "/admin/login/") else "moved"
    return str(response.status_code)


def visitor(person):
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person)
    return client


def test_the_table_has_a_line_for_every_address_and_no_other():
    table = {line["address"] for line in lines()}

    assert table == set(routes())


def test_every_cell_is_filled():
    empty = [
        (line["address"], column)
        for line in lines()
        for column in HEADER[2:]
        if not line[column]
    ]

    assert empty == []


@pytest.mark.long
@pytest.mark.parametrize("who", PEOPLE)
def test_every_address_answers_as_the_table_says(who):
    world = World()
    places = [(line, world.address(line["address"], line["case"])) for line in lines()]
    # One client for all: each new one would scan the static files again.
    client = visitor(world.people[who])
    cookies = client.cookies

    wrong, written = [], []
    for line, address in places:
        for method in METHODS:
            client.cookies = copy(cookies)
            found, writes = outcome(client, address, method)
            if found != line[f"{who} {method}"]:
                wrong.append((line["address"], line["case"], method, found))
            if writes and (found in REFUSED or method == "GET"):
                written.append((address, method, writes))

    assert wrong == []
    assert written == []

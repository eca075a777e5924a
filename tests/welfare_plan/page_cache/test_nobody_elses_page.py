"""S8: everybody gets their own page, in whatever order and form it is asked for."""

from collections import defaultdict
from itertools import cycle

import pytest
from django.test import Client

from tests.crawler import body_of
from tests.rights_world import ROLES, World, routes
from tests.welfare_plan.page_cache.conftest import PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture
def browsers(settings):
    """Two people with names like nobody's, and somebody who is not logged in."""
    settings.PAGE_CACHE_VERIFY = False
    world = World()
    people = {"蜷川": world.people[ROLES[0]], "鷺沢": world.people[ROLES[2]]}
    found = {"": Client(raise_request_exception=False)}
    for name, person in people.items():
        person.last_name = name
        person.save()
        found[name] = Client(raise_request_exception=False)
        found[name].force_login(person)
    return world, found


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param(3, id="some"),
        pytest.param(100, id="full", marks=pytest.mark.drill),
    ],
)
def test_nobody_sees_the_menu_of_somebody_else_on_any_address(
    browsers, rounds, print_figures
):
    world, found = browsers
    # Who leaves by this one is nobody afterwards.
    addresses = [
        world.address(route, "") for route in routes() if "logout" not in route
    ]

    crossed, cookies, asked = [], [], 0
    for address in addresses:
        forms = cycle([{}, {"accept-encoding": "gzip"}, {"x-head": "1"}])
        for _ in range(rounds):
            for name, client in found.items():
                headers = next(forms)
                ask = client.head if "x-head" in headers else client.get
                response = ask(address, headers=headers)
                asked += 1
                text = body_of(response).decode(errors="replace")
                others = {other for other in found if other and other != name}
                crossed += [
                    (address, name, other)
                    for other in others
                    if f"ログアウト（{other}" in text
                ]
                if not address.startswith(("/staff/", "/admin/")) and response.cookies:
                    cookies.append((address, name))

    print_figures(
        id="S8",
        addresses=len(addresses),
        requests=asked,
        crossed=len(crossed),
        public_cookies=len(cookies),
    )
    assert crossed == []
    assert cookies == []


def test_a_public_page_is_the_same_for_everybody(browsers):
    _, found = browsers
    bodies = defaultdict(set)

    for _ in range(20):
        for client in found.values():
            for address in ("/", PAGE, "/terms/", "/dashboard/"):
                bodies[address].add(client.get(address).content)

    assert {address: len(seen) for address, seen in bodies.items()} == dict.fromkeys(
        bodies, 1
    )


def test_what_one_person_sees_may_be_kept_by_nobody(browsers):
    _, found = browsers

    response = found["蜷川"].get("/staff/")

    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]

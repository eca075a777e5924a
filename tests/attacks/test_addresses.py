"""R8: whatever address is asked for, the site answers, and nobody sees more by it."""

import logging
from time import perf_counter

import pytest
from django.test import Client

from tests import canary
from tests.attacks.addresses import strange_addresses
from tests.crawler import body_of
from tests.rights_world import ANYBODY, ROLES, World

pytestmark = pytest.mark.django_db

WHO = (ANYBODY, ROLES[0], ROLES[3])
SLOWEST = 1.0  # seconds, but for one in a hundred


@pytest.fixture
def world(settings):
    # Each found page would be made anew, for other tests' sake.
    settings.PAGE_CACHE_VERIFY = False
    world = World()
    canary.plant(canary.a_public_plan())
    return world


def asked(world, who, number, seed):
    """Status, seconds and signs of what is not public, of each answer."""
    client = Client(raise_request_exception=False)
    if person := world.people[who]:
        client.force_login(person)
    addresses = strange_addresses(world, seed)
    for address, _ in zip(addresses, range(number), strict=False):
        started = perf_counter()
        response = client.get(address)
        text = body_of(response).decode(errors="replace")
        seconds = perf_counter() - started
        yield address, response.status_code, seconds, canary.found_in(text)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(200, id="some"),
        pytest.param(3_400, id="full", marks=pytest.mark.drill),
    ],
)
def test_no_address_breaks_the_site_or_shows_what_is_not_public(
    world, number, print_figures, caplog
):
    caplog.set_level(logging.CRITICAL, logger="django")
    found = {who: list(asked(world, who, number, seed)) for seed, who in enumerate(WHO)}

    answers = [answer for of_one in found.values() for answer in of_one]
    faults = [(address, status) for address, status, *_ in answers if status >= 500]
    leaks = [(address, signs) for address, _, _, signs in found[ANYBODY] if signs]
    times = sorted(seconds for _, _, seconds, _ in answers)
    p99 = times[int(0.99 * len(times))]
    statuses = {status for _, status, *_ in answers}
    print_figures(
        id="R8",
        addresses=len(answers),
        faults=len(faults),
        leaks=len(leaks),
        p99_seconds=round(p99, 2),
        slowest_seconds=round(times[-1], 2),
        statuses=sorted(statuses),
    )
    assert faults == []
    assert leaks == []
    assert p99 < SLOWEST
    # Not all of it was refused at the door.
    assert {200, 302, 400, 404} <= statuses

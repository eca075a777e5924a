"""S6: what people type stays a text on every page, whatever it looks like."""

import logging
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.attacks.addresses import all_names
from tests.attacks.markup import PAYLOADS, fill, markup_in
from tests.crawler import body_of
from tests.rights_world import World, routes

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture
def world(settings, caplog):
    settings.PAGE_CACHE_VERIFY = False
    caplog.set_level(logging.CRITICAL, logger="django")
    return World()


def clients(world):
    chief = Client(raise_request_exception=False)
    chief.force_login(world.chief)
    return Client(raise_request_exception=False), chief


def found_on(client, addresses):
    """What became markup, and the addresses that broke."""
    markup, broken, pages = [], [], 0
    for address in addresses:
        response = client.get(address)
        pages += response.status_code == 200
        markup += [(address, what) for what in markup_in(response, body_of(response))]
        broken += [address] if response.status_code >= 500 else []
    return markup, broken, pages


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param(1, id="once"),
        pytest.param(15, id="full", marks=pytest.mark.drill),
    ],
)
def test_no_text_of_a_record_becomes_markup(world, rounds, print_figures):
    addresses = [
        world.address(route, "") for route in routes() if "logout" not in route
    ]
    markup, broken, pages, texts = [], [], 0, 0

    for number in range(rounds):
        texts = fill(skip=number * 14)
        for client in clients(world):
            found = found_on(client, addresses)
            markup, broken = markup + found[0], broken + found[1]
            pages += found[2]

    print_figures(
        id="S6", payloads=len(PAYLOADS), texts=texts, pages=pages, hits=len(markup)
    )
    assert markup == []
    assert broken == []
    assert texts > 200
    assert pages > 200 * rounds


def test_no_parameter_becomes_markup(world):
    text = "".join(PAYLOADS[::15])
    query = urlencode(dict.fromkeys(all_names(), text))
    addresses = [
        f"{world.address(route, '')}?{query}"
        for route in routes()
        if "logout" not in route
    ]

    for client in clients(world):
        markup, broken, _ = found_on(client, addresses)

        assert markup == []
        assert broken == []

"""S9: who looks at every answer of the site, as anybody, finds nothing to report."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.attacks.passive import alerts
from tests.crawler import body_of
from tests.rights_world import ANYBODY, ROLES, World, routes

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.mark.parametrize(
    "who",
    [
        pytest.param([ANYBODY, "全権"], id="two"),
        pytest.param([ANYBODY, *ROLES, "全権"], id="full", marks=pytest.mark.drill),
    ],
)
def test_no_answer_breaks_a_rule(who, settings, caplog, print_figures):
    settings.PAGE_CACHE_VERIFY = False
    caplog.set_level(logging.CRITICAL, logger="django")
    world = World()
    people = {**world.people, "全権": world.chief}

    found, asked = [], 0
    for one in who:
        client = Client(raise_request_exception=False)
        for route in routes():
            if people[one]:
                client.force_login(people[one])
            address = world.address(route, "")
            for response in (client.get(address), client.post(address)):
                asked += 1
                told = alerts(address, response, body_of(response))
                found += [(one, route, response.status_code, each) for each in told]

    print_figures(id="S9", people=len(who), answers=asked, alerts=len(found))
    assert found == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Traceback (most recent call last)</p>", "details of a fault"),
        ("<p>ask 192.168.1.20</p>", "address of the inside"),
        ("<!-- later: the admin's password -->", "comment"),
        ("<script src='https://cdn.example/a.js'></script>", "from another host"),
        ("<a target=_blank href='https://a.example/'>a</a>", "opener"),
        ("<form method=post action='/a/'></form>", "form without a token"),
        ("<form action='https://a.example/'></form>", "form to another host"),
        ("<form><input type=password></form>", "a password in the address"),
        ("<p>{{ title }}</p>", "template"),
        ("<p>pbkdf2_sha256$1</p>", "secret"),
    ],
)
def test_a_rule_that_is_broken_is_named(body, rule):
    response = HttpResponse(body)

    found = alerts("/", response, response.content)

    assert any(each.startswith(rule) for each in found)


def test_a_page_of_staff_that_may_be_kept_is_named():
    response = HttpResponse("<p>a</p>")

    assert alerts("/staff/", response, response.content) == ["may be kept: "]

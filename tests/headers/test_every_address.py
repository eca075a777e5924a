"""S2: each address of the site, as everybody and as staff see it, gets an A+."""

import pytest

from tests.crawler import body_of
from tests.headers.a_plus import BAR
from tests.headers.conftest import SecureClient
from tests.headers.inline import inline_in
from tests.headers.observatory import directives, grade
from tests.rights_world import ROLES, World, routes

pytestmark = [pytest.mark.django_db, pytest.mark.long]

ALL = ("公開", *ROLES, "全権")


def looked_at(client, address):
    response = client.get(address)
    return response, body_of(response)


def faults_of(route, response, body):
    """Whatever an answer has against it."""
    is_embed = route.startswith("embed/")
    score, found = grade(response, may_be_framed=is_embed)
    headers = response.headers
    faults = [f"{score} {found}"] if score < BAR else []
    policy = headers.get("Content-Security-Policy", "")
    faults += ["unsafe"] if "unsafe" in policy else []
    faults += inline_in(response, body)
    for name in (
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    ):
        faults += [] if name in headers else [f"no {name}"]
    return [f"{route} {response.status_code}: {fault}" for fault in faults]


@pytest.mark.parametrize(
    "who",
    [
        *("公開", "管理者", "全権"),
        *(pytest.param(who, marks=pytest.mark.drill, id=f"{who}-full") for who in ALL),
    ],
)
def test_every_address_is_an_a_plus(on_https, who, print_figures):
    world = World()
    person = {**world.people, "全権": world.chief}[who]
    client = SecureClient()
    if person:
        client.force_login(person)

    faults, lowest, statuses = [], 1000, set()
    for route in routes():
        response, body = looked_at(client, world.address(route, ""))
        faults += faults_of(route, response, body)
        score, _ = grade(response, may_be_framed=route.startswith("embed/"))
        lowest = min(lowest, score)
        statuses.add(response.status_code)
        # Logging out is one of the addresses.
        if person:
            client.force_login(person)

    print_figures(id="S2", who=who, addresses=len(routes()), lowest=lowest)
    assert faults == []
    assert 200 in statuses


def test_scripts_run_in_the_admin_alone(visitor):
    world = World()
    visitor.force_login(world.chief)

    public = directives(visitor.get("/")["Content-Security-Policy"])
    staff = directives(visitor.get("/staff/")["Content-Security-Policy"])
    admin = directives(visitor.get("/admin/")["Content-Security-Policy"])

    assert "script-src" not in {**public, **staff}
    assert public["default-src"] == staff["default-src"] == ["'none'"]
    assert admin["script-src"] == ["'self'"]
    assert admin["default-src"] == ["'none'"]


def test_open_data_and_cards_may_be_read_by_other_sites_and_pages_may_not(visitor):
    world = World()
    place = world.address("embed/targets/<slug:plan_slug>/<str:code>.svg", "")

    def readers(address):
        response = visitor.get(address)
        body_of(response)
        return response["Cross-Origin-Resource-Policy"]

    assert readers("/api/v1/plans") == "cross-origin"
    assert readers(place) == "cross-origin"
    assert readers("/") == readers("/staff/people/") == "same-origin"

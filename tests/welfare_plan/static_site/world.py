"""A site small enough to be exported in a test: one plan with one of everything."""

from plans.models import Plan, Theme
from tests import factories
from tests.indicators.published import publish_value
from tests.rights_world import World
from tests.test_rights import lines

SITE_URL = "https://plans.example.jp"


def a_small_site() -> World:
    """The world of the rights table, and a bare plan beside it; no other is public."""
    Theme.objects.exclude(slug="disaster").delete()
    Plan.objects.update(state=Plan.State.DRAFT)
    world = World()
    own = world.plans[""]["plan"]
    Plan.objects.exclude(pk=own.pk).update(state=Plan.State.DRAFT)
    factories.a_plan(slug="other")
    publish_value(world.plans[""]["target"], 2024, "940")
    return world


def public_addresses(world: World) -> list[str]:
    """Of every public page and file, one of each type, read from the rights table.

    Answers of the API and the checks of health are questions to a server; what
    describes the API are files. No page leads to a prefecture without a city.
    """
    return [
        world.address(line["address"], "")
        for line in lines()
        if line["公開 GET"] == "ok"
        and not line["case"]
        and not line["address"].startswith(("staff/", "admin/", "prefectures/<"))
        and not _is_answer(line["address"])
    ]


def _is_answer(route):
    if route in ("healthz", "readyz"):
        return True
    return route.startswith("api/") and not route.endswith(("/", "openapi.json"))

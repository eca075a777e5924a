"""One plan with one of everything, and beside it what must appear in no file."""

from plans.models import Plan, Theme
from tests import canary
from tests.rights_world import World

SITE_URL = "https://plans.example.jp"


def a_small_site() -> World:
    """The world of the rights table; no other plan is public."""
    Theme.objects.exclude(slug="disaster").delete()
    world = World()
    plan = world.plans[""]["plan"]
    Plan.objects.exclude(pk=plan.pk).update(state=Plan.State.DRAFT)
    canary.plant(plan)
    return world

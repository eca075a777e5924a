"""One plan with one of everything, and beside it what must appear in no file."""

from plans.models import Plan, Theme
from tests import factories, value_records
from tests.indicators.published import publish_value
from tests.rights_world import World

SITE_URL = "https://plans.example.jp"
CANARY = "カナリア"
SEEN = "公開のことば"


def a_small_site() -> World:
    """The world of the rights table; no other plan is public."""
    Theme.objects.exclude(slug="disaster").delete()
    world = World()
    records = world.plans[""]
    publish_value(records["target"], 2024, "940", note=SEEN)
    Plan.objects.exclude(pk=records["plan"].pk).update(state=Plan.State.DRAFT)
    _hide(records)
    return world


def _hide(records):
    policy, plan = records["policy"], records["plan"]
    for state in ("draft", "submitted", "returned", "approved"):
        initiative = factories.an_initiative(records["measure"])
        target = factories.a_target(initiative)
        value_records.an_observation(
            target=target,
            fiscal_year=2024,
            value="98765432",
            state=state,
            note=CANARY,
            reason=CANARY,
            remark=CANARY,
        )
        value_records.a_review(
            initiative=initiative, fiscal_year=2024, state=state, comment=CANARY
        )
    value_records.an_opinion(policy=policy, text=CANARY, state="draft")
    draft = factories.a_plan(publisher=plan.publisher, state="draft", title=CANARY)
    factories.a_policy(draft, title=CANARY)

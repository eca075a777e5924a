"""The tree of a plan: each record once, below the one that it belongs to."""

import pytest

from plans.models import Plan
from tests.welfare_plan.api.answers import answer, walk

pytestmark = pytest.mark.django_db


def walked(node, word, place=()):
    """(id, ids above) of all that stands below a node, level by level."""
    for list_name, below in _BELOW.items():
        for each in node.get(list_name, ()):
            own = each[f"{below}_id"]
            yield below, own, place
            yield from walked(each, below, (*place, own))


_BELOW = {
    "policies": "policy",
    "measures": "measure",
    "initiatives": "initiative",
    "targets": "target",
    "survey_indicators": "survey_indicator",
}


@pytest.mark.parametrize("plan", ["kashiwa-chiiki-fukushi", "kashiwa-shakyo-3"])
def test_every_record_of_a_plan_stands_where_it_says_it_belongs(plan):
    found = list(walked(answer(f"plans/{plan}/tree"), ""))

    for lists, word in _BELOW.items():
        listed = {row[f"{word}_id"]: row for row in walk(f"{lists}?plan_id={plan}")}
        placed = {own: above for kind, own, above in found if kind == word}
        assert listed.keys() == placed.keys()
        for own, above in placed.items():
            named = {value for name, value in listed[own].items() if name in _IDS}
            assert set(above[-1:]) <= named
    assert len(found) == len({(kind, own) for kind, own, _ in found})


_IDS = ("policy_id", "measure_id", "initiative_id")


def test_a_plan_names_its_levels_in_its_own_words():
    plan = Plan.objects.get(slug="okegawa-shakyo-6")

    tree = answer("plans/okegawa-shakyo-6/tree")

    assert tree["level2_label"] == plan.level2_label == "重点目標"

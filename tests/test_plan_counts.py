"""The plans hold what the source documents hold, counted in the documents by hand."""

import pytest

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.models import BasicPolicy, Measure, Plan

pytestmark = pytest.mark.django_db

LEVELS = (BasicPolicy, Measure, Initiative, Activity, Target, SurveyIndicator)


def test_there_are_seven_plans_two_of_them_below_another():
    plans = Plan.objects.values_list("slug", "parent__slug")

    assert dict(plans) == {
        "kashiwa-hashira-1": None,
        "kashiwa-shakyo-3": None,
        "kita-ku": None,
        "kashiwa-chiiki-fukushi": None,
        "kashiwa-saihan-boshi": "kashiwa-chiiki-fukushi",
        "kashiwa-juso": "kashiwa-chiiki-fukushi",
        "okegawa-shakyo-6": None,
    }


@pytest.mark.parametrize(
    ("slug", "counts"),
    [
        ("kashiwa-hashira-1", (1, 3, 8, 26, 0, 0)),
        ("kashiwa-shakyo-3", (3, 8, 10, 0, 12, 0)),
        ("kita-ku", (1, 1, 6, 22, 0, 0)),
        ("kashiwa-chiiki-fukushi", (4, 14, 14, 0, 14, 8)),
        ("kashiwa-saihan-boshi", (5, 0, 0, 0, 0, 0)),
        ("kashiwa-juso", (0, 0, 0, 0, 0, 0)),
        ("okegawa-shakyo-6", (4, 8, 15, 50, 0, 0)),
    ],
)
def test_a_plan_has_the_levels_of_its_document(slug, counts):
    found = tuple(model.objects.filter(plan__slug=slug).count() for model in LEVELS)

    assert found == counts


def test_eight_measures_have_a_cocreation_table_of_three_actors():
    rows = CocreationAction.objects.filter(plan__slug="kashiwa-chiiki-fukushi")
    actors = {}
    for code, actor in rows.values_list("measure__code", "actor"):
        actors.setdefault(code, set()).add(actor)

    assert set(actors) == {"1-1", "1-2", "1-3", "2-1", "3-1", "3-2", "4-1", "4-2"}
    assert all(found == {"citizen", "community", "city"} for found in actors.values())


def test_six_tables_are_announced_but_absent():
    announced = Measure.objects.filter(plan__slug="kashiwa-chiiki-fukushi").exclude(
        actions_heading=""
    )

    absent = announced.filter(cocreation_actions=None).values_list("code", flat=True)

    assert set(absent) == {"2-2", "2-3", "3-3", "3-4", "4-3", "4-4"}


def test_eight_of_the_fourteen_goals_can_be_judged_once_there_are_values():
    targets = Target.objects.filter(plan__slug="kashiwa-chiiki-fukushi")

    states = {
        "no baseline": targets.filter(goal_state="set", baseline_value=None).count(),
        "undecided": targets.filter(goal_state="undecided").count(),
        "monitor": targets.filter(evaluation_mode="monitor").count(),
        "units differ": targets.filter(
            baseline_unit="人／年", goal_unit="回／年"
        ).count(),
    }

    assert states == {
        "no baseline": 3,
        "undecided": 1,
        "monitor": 1,
        "units differ": 1,
    }


def test_appeals_and_voices_are_all_there():
    appeals = CocreationAction.objects.exclude(appeal="").values_list(
        "appeal", flat=True
    )

    assert len(appeals) == 8
    assert sum(len(appeal.splitlines()) for appeal in appeals) == 23
    assert Voice.objects.count() == 4


def test_every_level_target_and_survey_says_where_it_was_printed():
    for model in (BasicPolicy, Measure, Initiative, Target, SurveyIndicator):
        assert not model.objects.filter(source_heading="").exists(), model

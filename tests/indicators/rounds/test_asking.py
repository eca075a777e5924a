"""What a round asks for, and whom."""

from datetime import date

import pytest

from indicators.models import CollectionRound
from indicators.rounds.asking import asked_of
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.staff_records import a_department, a_publisher
from tests.value_records import a_publication, a_revision, an_observation

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return a_publisher()


def asked(publisher, **values):
    defaults = {"opens_on": date(2026, 4, 10), "due_on": date(2026, 5, 31)}
    round_ = CollectionRound(
        publisher=publisher, fiscal_year=2025, **{**defaults, **values}
    )
    return [(row.kind, row.subject, row.department) for row in asked_of(round_)]


def an_initiative_of(publisher, **values):
    plan = a_plan(publisher=publisher, **values)
    return an_initiative(a_measure(a_policy(plan)))


def test_a_plan_with_figures_is_asked_for_figures_alone(publisher):
    target = a_target(an_initiative_of(publisher))

    assert asked(publisher) == [("target", target.pk, None)]


def test_reviews_come_along_where_the_round_collects_them(publisher):
    initiative = an_initiative_of(publisher)
    target = a_target(initiative)

    assert asked(publisher, collects_reviews=True) == [
        ("target", target.pk, None),
        ("initiative", initiative.pk, None),
    ]


def test_a_goal_in_words_is_no_figure_so_the_plan_is_reviewed(publisher):
    initiative = an_initiative_of(publisher)
    a_target(initiative, goal_state="statement", goal_text="広げる", goal_value=None)

    assert asked(publisher) == [("initiative", initiative.pk, None)]


def test_a_goal_that_was_revised_to_words_is_no_figure(publisher):
    initiative = an_initiative_of(publisher)
    a_revision(
        target=a_target(initiative),
        effective_from_fy=2025,
        goal_state="statement",
        goal_text="広げる",
        goal_value=None,
    )

    assert asked(publisher) == [("initiative", initiative.pk, None)]


def test_a_review_is_asked_of_the_lowest_level(publisher):
    plan = a_plan(publisher=publisher)
    bare_policy, policy = a_policy(plan, position=1), a_policy(plan, position=2)
    bare_measure, measure = a_measure(policy), a_measure(policy)
    initiative = an_initiative(measure)

    assert asked(publisher) == [
        ("initiative", initiative.pk, None),
        ("measure", bare_measure.pk, None),
        ("policy", bare_policy.pk, None),
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"state": "draft"},
        {"state": "archived"},
        {"period_end_fy": 2024},
        {"period_start_fy": 2026},
    ],
    ids=["draft", "retired", "over", "not begun"],
)
def test_a_plan_that_does_not_run_in_the_year_is_not_asked(publisher, values):
    a_target(an_initiative_of(publisher, **values))

    assert asked(publisher) == []


def test_another_publishers_plan_is_not_asked(publisher):
    a_target(an_initiative_of(a_publisher()))

    assert asked(publisher) == []


@pytest.mark.parametrize(
    ("later", "is_asked"), [(None, False), (0, True)], ids=["ended", "went on"]
)
def test_work_that_has_ended_is_not_asked_for(publisher, later, is_asked):
    target = a_target(an_initiative_of(publisher))
    ended = an_observation(
        target=target, fiscal_year=2023, value=None, value_state="discontinued"
    )
    a_publication(ended, value=None, value_state="discontinued")
    if later is not None:
        again = an_observation(target=target, fiscal_year=2024, value=later)
        a_publication(again, value=later)

    kinds = [kind for kind, _, _ in asked(publisher)]

    assert ("target" in kinds) is is_asked


def test_the_targets_own_department_comes_before_that_of_its_initiative(publisher):
    own, above = a_department(publisher), a_department(publisher)
    initiative = an_initiative_of(publisher)
    initiative.department = above
    initiative.save()
    first = a_target(initiative, department=own, position=1)
    second = a_target(initiative, position=2)

    assert asked(publisher) == [
        ("target", first.pk, own.pk),
        ("target", second.pk, above.pk),
    ]


def test_the_department_that_took_over_is_asked(publisher):
    new = a_department(publisher, valid_from_fy=2026)
    middle = a_department(publisher, valid_to_fy=2025, successor=new)
    old = a_department(publisher, valid_to_fy=2023, successor=middle)
    target = a_target(an_initiative_of(publisher), department=old)

    assert asked(publisher) == [("target", target.pk, new.pk)]


def test_what_a_closed_department_leaves_falls_to_the_planning_section(publisher):
    closed = a_department(publisher, valid_to_fy=2024)
    target = a_target(an_initiative_of(publisher), department=closed)

    assert asked(publisher) == [("target", target.pk, None)]

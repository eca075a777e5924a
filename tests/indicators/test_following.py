"""Targets with their terms and judgements: what is kept never hides what was edited."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.following import follow, terms_of, with_later
from indicators.models import Target
from indicators.progress_values import Goal, Settings
from tests import factories
from tests.indicators.dashboards.standings import VALUES, publish_values

TODAY = date(2026, 9, 1)
R7 = 2025


def followed(target):
    (found,) = follow(Target.objects.filter(pk=target.pk))
    return found


@pytest.mark.django_db
def test_an_edited_goal_is_read_at_once():
    target = factories.a_target()
    assert followed(target).terms.goals[0].value == Decimal(target.goal_value)

    target.goal_value = Decimal(1234)
    target.save()

    found = followed(target)
    assert found.values["goal_value"] == Decimal(1234)
    assert found.terms.goals[0].value == Decimal(1234)


@pytest.mark.django_db
def test_the_same_number_is_judged_for_each_target_and_year_by_itself():
    own = [factories.a_target(), factories.a_target(baseline_value=960)]
    for target in own:
        publish_values(target, r6="950", r7="950")

    targets = Target.objects.filter(pk__in=[each.pk for each in own]).order_by("pk")
    told = [
        (year, each.judged(year, TODAY, Settings()))
        for each in follow(targets)
        for year in (2024, R7)
    ]

    assert all(judged.year == year for year, judged in told)
    assert [judged.terms.baseline for _, judged in told] == [904, 904, 960, 960]


@pytest.mark.django_db
def test_a_reader_cannot_change_what_the_next_one_is_told():
    target = factories.a_target()

    with pytest.raises(TypeError):
        followed(target).values["name"] = "別の名称"

    assert followed(target).values["name"] == target.name


def test_a_later_goal_keeps_the_year_and_unit_that_it_does_not_name():
    terms = with_later(terms_of(VALUES), [Goal(Decimal(1200), effective_from=2027)])

    assert [goal.value for goal in terms.goals] == [Decimal(1100), Decimal(1200)]
    assert (terms.goals[1].year, terms.goals[1].unit) == (2030, "人／年")


def test_one_goal_more_leaves_those_before_it_and_the_interim_goals():
    interim = {2027: Decimal(1000)}
    once = with_later(
        terms_of(VALUES), [Goal(Decimal(1200), effective_from=2027)], interim
    )

    twice = with_later(once, [Goal(Decimal(1300), effective_from=2029)])

    assert [goal.value for goal in twice.goals] == [1100, 1200, 1300]
    assert twice.milestones == interim

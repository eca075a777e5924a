"""What came after a target was set, as rows that are read when they are looked at."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.following import follow
from indicators.models import GoalRevision, Target
from tests import factories
from tests.indicators.published import publish_value

pytestmark = pytest.mark.django_db

LONG = "住み慣れた地域で、いつまでも安心して暮らせるように、見守りの輪を広げます。" * 3


def followed(target, *, whole):
    (found,) = follow(Target.objects.filter(pk=target.pk), whole=whole)
    return found


@pytest.mark.parametrize("whole", [False, True])
def test_a_published_year_tells_its_number_and_how_it_was_judged(whole):
    target = factories.a_target()
    publish_value(target, 2024, "931", provisional=True)

    (row,) = followed(target, whole=whole).publications[2024]

    assert row.has_value
    assert row["value"] == Decimal(931)
    assert row["provisional"] is True
    assert row["break_in_series"] is False
    assert row["terms"].baseline == Decimal(target.baseline_value)
    assert row["sentence"] == row.verdict.sentence != ""


@pytest.mark.parametrize("whole", [False, True])
def test_zero_is_a_number_and_a_word_is_none(whole):
    target = factories.a_target()
    publish_value(target, 2024, "0")
    publish_value(target, 2025, value_state="collecting")

    found = followed(target, whole=whole)

    assert found.years_with_numbers == [2024]
    assert found.publications[2025][-1]["value"] is None


def test_notes_are_there_where_all_was_read_and_refused_elsewhere():
    target = factories.a_target()
    publish_value(target, 2024, "931", note="台風で中止がありました。")

    (row,) = followed(target, whole=True).publications[2024]
    (narrow,) = followed(target, whole=False).publications[2024]

    assert row["note"] == "台風で中止がありました。"
    with pytest.raises(KeyError):
        narrow["note"]


@pytest.mark.parametrize("whole", [False, True])
def test_a_goal_that_was_decided_anew_is_whole_however_it_is_read(whole):
    target = factories.a_target()
    for year, values in {
        2026: {"goal_state": "statement", "goal_value": None, "goal_text": LONG},
        2027: {"goal_value": Decimal(0), "goal_unit": "世帯", "goal_fiscal_year": None},
    }.items():
        GoalRevision.objects.create(
            target=target,
            effective_from_fy=year,
            decided_on=date(year, 3, 1),
            reason="見直しのため",
            **values,
        )

    terms = followed(target, whole=whole).terms

    assert terms.goal_in(2026).text == LONG
    assert terms.goal_in(2026).value is None
    assert terms.goal_in(2027).value == 0
    assert terms.goal_in(2027).unit == "世帯"
    assert terms.goal_in(2027).year == target.goal_fiscal_year

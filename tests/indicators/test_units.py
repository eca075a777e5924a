"""When two printed units mean the same thing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.progress import Terms, split_unit, units_differ

words = st.sampled_from(["", "人", "回", "件", "％", "か所", "団体"])
periods = st.sampled_from(["", "年", "月"])


def terms(baseline_unit, goal_unit):
    return Terms(
        mode="goal",
        goal_state="set",
        baseline=Decimal(1),
        baseline_unit=baseline_unit,
        goal=Decimal(2),
        goal_unit=goal_unit,
    )


def printed(word, period):
    return f"{word}／{period}" if period else word


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("人／年", ("人", "年")),
        ("人/年", ("人", "年")),
        ("人 / 年", ("人", "年")),
        ("人　／　年", ("人", "年")),
        ("か所", ("か所", "")),
        ("％", ("%", "")),
        ("", ("", "")),
        ("人／", ("人", "")),
        ("人／年／地区", ("人", "年/地区")),
    ],
)
def test_a_unit_is_a_thing_and_a_period(unit, parts):
    assert split_unit(unit) == parts


@pytest.mark.parametrize(
    ("baseline_unit", "goal_unit", "differ"),
    [
        pytest.param("人／年", "人／年", False, id="same"),
        pytest.param("人／年", "人/年", False, id="other width"),
        pytest.param("人 ／ 年", "人／年", False, id="spaces"),
        pytest.param("％", "%", False, id="percent signs"),
        pytest.param("人／年", "人", False, id="period of one side alone"),
        pytest.param("人／年", "人／月", True, id="other period"),
        # 柏市: 69人／年 became 97回／年.
        pytest.param("人／年", "回／年", True, id="other thing"),
        pytest.param("人", "", True, id="unit of one side alone"),
        pytest.param("", "", False, id="no units"),
    ],
)
def test_units_differ_when_they_count_other_things(baseline_unit, goal_unit, differ):
    assert units_differ(terms(baseline_unit, goal_unit)) == differ


@given(words, periods, words, periods)
def test_it_does_not_matter_which_side_has_which_unit(word, period, other, per):
    one, two = printed(word, period), printed(other, per)

    assert units_differ(terms(one, two)) == units_differ(terms(two, one))


@given(words, periods, words, periods)
def test_another_thing_is_always_another_unit(word, period, other, per):
    differ = units_differ(terms(printed(word, period), printed(other, per)))

    assert differ == (word != other or bool(period and per and period != per))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"unit_confirmed": True}, id="confirmed"),
        pytest.param({"baseline": None}, id="no baseline"),
        pytest.param({"goal": None}, id="no goal"),
    ],
)
def test_units_are_not_compared_when_there_is_nothing_to_compare(change):
    assert not units_differ(replace(terms("人／年", "回／年"), **change))

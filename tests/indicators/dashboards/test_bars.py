from decimal import Decimal

import pytest

from indicators.dashboards.bars import bar_of, distance, why_no_bar
from tests.indicators.dashboards.standings import R7, a_period, a_standing


def test_a_bar_runs_from_the_baseline_to_the_goal():
    bar = bar_of(a_standing({R7: 940}))

    assert bar == {
        "baseline": "13.00",
        "goal": "92.00",
        "tick": "35.57",
        "actual": "27.51",
        "way": "done",
        "from": "13.00",
        "to": "27.51",
        "is_back": False,
    }


def test_a_value_worse_than_the_baseline_goes_left():
    bar = bar_of(a_standing({R7: 880}))

    assert (bar["way"], bar["is_back"]) == ("back", True)
    assert Decimal(bar["actual"]) < Decimal(bar["baseline"])
    assert (bar["from"], bar["to"]) == (bar["actual"], bar["baseline"])


def test_a_falling_target_is_drawn_like_a_rising_one():
    falling = {"baseline_value": Decimal(20), "goal_value": Decimal(10)}

    better = bar_of(a_standing({R7: 17}, **falling))
    worse = bar_of(a_standing({R7: 21}, **falling))

    assert Decimal(better["actual"]) > Decimal(better["baseline"])
    assert worse["is_back"]


@pytest.mark.parametrize("value", [1100, 1200, 99999])
def test_a_bar_ends_at_the_goal_however_large_the_value(value):
    assert bar_of(a_standing({R7: value}))["actual"] == "92.00"


def test_a_bar_stays_inside_the_drawing_however_bad_the_value():
    assert bar_of(a_standing({R7: 0}))["actual"] == "2.50"


def test_without_a_value_the_bar_shows_what_is_known():
    bar = bar_of(a_standing())

    assert (bar["actual"], bar["tick"]) == ("", "35.57")


def test_an_ended_plan_has_no_expected_value_on_its_bars():
    assert bar_of(a_standing({R7: 940}, period=a_period(is_over=True)))["tick"] == ""


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"baseline_value": None}, "出発点の値がない"),
        ({"goal_state": "undecided", "goal_value": None}, "目標の数値がない"),
        ({"baseline_unit": "回"}, "単位が違う"),
        ({"evaluation_mode": "monitor"}, "良し悪しを判定しない"),
        ({"evaluation_mode": "maintain"}, "水準を保つ"),
        ({"baseline_value": Decimal(1100)}, "水準を保つ"),
    ],
)
def test_no_bar_is_drawn_without_a_scale_and_words_say_why(values, word):
    standing = a_standing({R7: 940}, **values)

    assert bar_of(standing) is None
    assert word in why_no_bar(standing)


def test_a_goal_in_words_needs_no_excuse_for_having_no_bar():
    standing = a_standing(goal_state="statement", goal_value=None, goal_text="笑顔")

    assert bar_of(standing) is None
    assert why_no_bar(standing) == ""


def test_distance_is_a_share_of_the_gap_and_negative_when_behind():
    behind, ahead = a_standing({R7: 940}), a_standing({R7: 1009})

    assert distance(behind).quantize(Decimal("0.001")) == Decimal("-0.102")
    assert distance(ahead) == Decimal("0.25")
    assert distance(a_standing()) is None

"""Settled readings: which way is good, and the share of a goal without a start."""

from fractions import Fraction

import pytest

from tests.indicators.judging import judged, terms


@pytest.mark.parametrize("field", ["increase", "decrease", ""])
def test_on_the_way_to_a_goal_the_gap_decides_the_direction(field):
    rising, falling = terms(direction=field), terms("20", "10", direction=field)

    statuses = [
        judged(rising, "1100").status,
        judged(rising, "880").status,
        judged(falling, "10").status,
        judged(falling, "21").status,
    ]

    assert statuses == ["achieved", "regressed", "achieved", "regressed"]


# 「90以上を維持」 with a baseline of 95, and a level that baseline and goal share.
KEPT = {"at least 90": ("95", "maintain"), "as at the start": ("90", "goal")}


@pytest.mark.parametrize(
    ("direction", "number", "status", "why"),
    [
        pytest.param("increase", "92", "maintained", "", id="above"),
        pytest.param("increase", "90", "maintained", "", id="equal"),
        pytest.param("increase", "89", "not_maintained", "", id="below"),
        pytest.param("decrease", "89", "maintained", "", id="below a ceiling"),
        pytest.param("decrease", "91", "not_maintained", "", id="above a ceiling"),
        pytest.param("", "90", "maintained", "", id="equal, no direction"),
        pytest.param("", "92", "not_assessable", "no_direction", id="above, none"),
        pytest.param("", "89", "not_assessable", "no_direction", id="below, none"),
    ],
)
@pytest.mark.parametrize(("baseline", "mode"), KEPT.values(), ids=KEPT)
def test_a_level_is_kept_by_the_direction_set_by_hand(
    baseline, mode, direction, number, status, why
):
    result = judged(terms(baseline, "90", mode=mode, direction=direction), number)

    assert (result.status, result.why, result.progress) == (status, why, None)


@pytest.mark.parametrize(
    ("direction", "number", "status", "attainment"),
    [
        pytest.param("increase", "250", "no_baseline", Fraction(5, 6), id="short"),
        pytest.param("increase", "300", "achieved", 1, id="equal"),
        pytest.param("increase", "330", "achieved", Fraction(11, 10), id="beyond"),
        pytest.param("increase", "-1", "no_baseline", None, id="below zero"),
        pytest.param("increase", "0", "no_baseline", 0, id="zero"),
        pytest.param("decrease", "250", "achieved", None, id="falling, met"),
        pytest.param("decrease", "330", "no_baseline", None, id="falling, not met"),
        pytest.param("", "300", "achieved", None, id="no direction, equal"),
        pytest.param("", "330", "no_baseline", None, id="no direction, beyond"),
    ],
)
def test_without_a_baseline_the_share_of_the_goal_is_given_for_a_rise_alone(
    direction, number, status, attainment
):
    result = judged(terms(None, "300", direction=direction), number)

    assert (result.status, result.attainment) == (status, attainment)
    assert (result.progress, result.expected, result.line_on) == (None, None, None)


@pytest.mark.parametrize("goal", ["0", "-5"])
def test_no_share_is_given_of_a_goal_that_is_not_above_zero(goal):
    assert judged(terms(None, goal, direction="increase"), "3").attainment is None


@pytest.mark.parametrize("baseline", ["904", "0"])
def test_with_a_baseline_no_share_of_the_goal_is_given(baseline):
    results = [judged(terms(baseline), number) for number in ("900", "1100")]

    assert [result.attainment for result in results] == [None, None]

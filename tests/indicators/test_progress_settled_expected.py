"""Settled readings: where the expected value is shown, and where not."""

from datetime import date
from fractions import Fraction

import pytest

from tests.indicators.judging import R7, R8, a_goal, judged, row, terms


@pytest.mark.parametrize(
    ("rows", "as_of_year", "status"),
    [
        pytest.param(None, R7, "not_due", id="not due"),
        pytest.param(row(None, "collecting"), R8, "collecting", id="collecting"),
        pytest.param(None, R8, "not_reported", id="not reported"),
        pytest.param(row(None, "unknown"), R8, "not_assessable", id="not assessable"),
    ],
)
def test_the_expected_value_is_there_before_the_actual(rows, as_of_year, status):
    result = judged(terms(), rows, as_of=date(as_of_year, 4, 1))

    assert (result.status, result.expected) == (status, 960)


def test_a_monitored_target_has_the_plans_own_forecast():
    result = judged(terms("1077", "1360", mode="monitor", baseline_year=2022), "1200")

    assert result.expected == 1077 + Fraction(283 * 3, 8)
    assert (result.progress, result.line_on, result.line_slight) == (None, None, None)


@pytest.mark.parametrize(
    ("target", "rows", "status"),
    [
        pytest.param(terms(), row(None, "discontinued"), "discontinued", id="ended"),
        pytest.param(
            terms(), row("958", break_in_series=True), "not_comparable", id="break"
        ),
        pytest.param(
            terms(goals=(a_goal(state="undecided"),)),
            "1",
            "goal_undecided",
            id="undecided",
        ),
        pytest.param(
            terms(goals=(a_goal(state="statement"),)), "1", "goal_statement", id="words"
        ),
        pytest.param(
            terms(goals=(a_goal(unit="回／年"),)), "1", "unit_check", id="units"
        ),
        pytest.param(terms(None), "1", "no_baseline", id="no baseline"),
        pytest.param(
            terms("95", "90", mode="maintain", direction="increase"),
            "92",
            "maintained",
            id="a level that is kept",
        ),
        pytest.param(terms("90", "90"), None, "not_reported", id="a goal already met"),
    ],
)
def test_no_path_is_drawn_where_it_would_mean_nothing(target, rows, status):
    result = judged(target, rows)

    assert (result.status, result.expected) == (status, None)

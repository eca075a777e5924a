"""Settled readings: what ends for good, what comes back, what is not kept."""

import pytest

from tests.indicators.judging import R5, R6, R7, R8, judged, row, terms


@pytest.mark.parametrize(
    ("rows", "year", "status"),
    [
        pytest.param({R7: row(None, "discontinued")}, R6, "not_reported", id="before"),
        pytest.param(
            {R7: row(None, "discontinued")}, R7, "discontinued", id="in the year"
        ),
        pytest.param({R6: row(None, "discontinued")}, R8, "discontinued", id="later"),
        pytest.param(
            {R6: row(None, "discontinued"), R7: "958"}, R7, "on_track", id="resumed"
        ),
        pytest.param(
            {R6: row(None, "discontinued"), R7: "958"},
            R8,
            "not_reported",
            id="resumed and silent",
        ),
        pytest.param(
            {R6: row(None, "discontinued"), R8: "958"},
            R7,
            "discontinued",
            id="resumed only afterwards",
        ),
        pytest.param(
            {R6: row(None, "discontinued"), R7: row("958", "collecting")},
            R7,
            "discontinued",
            id="no approved number yet",
        ),
        pytest.param(
            {R6: "958", R7: row(None, "discontinued")},
            R7,
            "discontinued",
            id="a number before the end",
        ),
    ],
)
def test_an_end_holds_until_a_later_number(rows, year, status):
    assert judged(terms(), rows, year=year).status == status


BROKEN = row("958", break_in_series=True)


@pytest.mark.parametrize(
    ("broken_in", "baseline_year", "status"),
    [
        pytest.param(R8, R5, "on_track", id="breaks only later"),
        pytest.param(R7, R5, "not_comparable", id="breaks in the year"),
        pytest.param(R6, R5, "not_comparable", id="broke earlier"),
        pytest.param(R6, R6, "on_track", id="baseline of the new series"),
        pytest.param(R5, R6, "on_track", id="baseline after the break"),
        pytest.param(R6, None, "not_comparable", id="baseline of unknown year"),
    ],
)
def test_a_break_holds_until_the_baseline_is_of_the_new_series(
    broken_in, baseline_year, status
):
    rows = {R7: "958", broken_in: BROKEN}

    result = judged(terms(baseline_year=baseline_year), rows)

    assert result.status == status


def test_an_achieved_goal_is_judged_again_after_a_fall():
    rows = {R6: "1100", R7: "940"}

    statuses = [judged(terms(), rows, year=year).status for year in (R6, R7)]

    assert statuses == ["achieved", "slightly_behind"]

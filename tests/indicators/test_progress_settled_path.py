"""Settled readings: the expected path, its milestones, its revised goals."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.indicators.judging import R5, R6, R7, R8, R12, a_goal, judged, terms

R9, R10 = R8 + 1, R8 + 2
# 100 to 200, an interim goal of 150 in R7: fast at first, then 10 a year.
FAST = terms("100", "200", milestones={R7: Decimal(150)})
# A planned dip to 50 in R7, while a hall is being rebuilt.
DIP = terms("100", "200", milestones={R7: Decimal(50)})
FALLING_DIP = terms("200", "100", milestones={R7: Decimal(250)})


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        pytest.param(R5, 100, id="baseline"),
        pytest.param(R6, 125, id="first piece"),
        pytest.param(R7, 150, id="milestone"),
        pytest.param(R8, 160, id="second piece"),
        pytest.param(R12 - 1, 190, id="last year on the way"),
        pytest.param(R12, 200, id="goal"),
        pytest.param(R12 + 3, 200, id="after the goal year"),
    ],
)
def test_the_path_runs_in_straight_pieces_and_stays_at_the_goal(year, expected):
    assert judged(FAST, "100", year=year).expected == expected


def test_milestones_count_by_their_year_not_by_the_order_of_entry():
    target = terms(
        "100", "200", milestones={R9: Decimal(180), R7: Decimal(150), R8: Decimal(170)}
    )

    path = [judged(target, "100", year=year).expected for year in range(R6, R10 + 1)]

    assert path == [125, 150, 170, 180, 180 + Fraction(20, 3)]


def test_the_lines_are_shares_of_the_way_to_the_path():
    result = judged(FAST, "100")

    # 100 + 0.95 × 50 = 147.5 and 100 + 0.60 × 50.
    assert (result.line_on, result.line_slight) == (147, 130)


@pytest.mark.parametrize("number", ["150", "199"])
def test_reaching_a_milestone_is_never_the_goal(number):
    assert judged(FAST, number).status == "on_track"


@pytest.mark.parametrize(
    ("target", "number", "status"),
    [
        pytest.param(DIP, "50", "on_track", id="as low as planned"),
        pytest.param(DIP, "51", "on_track", id="better than planned"),
        pytest.param(DIP, "49", "regressed", id="lower than planned"),
        pytest.param(FALLING_DIP, "250", "on_track", id="as high as planned"),
        pytest.param(FALLING_DIP, "249", "on_track", id="less high than planned"),
        pytest.param(FALLING_DIP, "251", "regressed", id="higher than planned"),
    ],
)
def test_in_a_planned_dip_the_path_itself_is_the_line(target, number, status):
    result = judged(target, number)

    assert result.status == status
    assert result.line_on == result.line_slight == result.expected


REVISED = terms(
    goals=(
        a_goal("1003", R12, effective_from=R10),
        a_goal("1100", R12),
        a_goal("1000", R12 + 2, effective_from=R8),
    )
)


@pytest.mark.parametrize(
    ("year", "goal", "expected"),
    [
        pytest.param(R7, 1100, 904 + Fraction(196 * 2, 7), id="before any revision"),
        pytest.param(R8, 1000, 904 + Fraction(96 * 3, 9), id="from its year on"),
        pytest.param(R9, 1000, 904 + Fraction(96 * 4, 9), id="until the next"),
        pytest.param(R10, 1003, 904 + Fraction(99 * 5, 7), id="the newest"),
    ],
)
def test_a_year_is_judged_by_the_newest_goal_not_after_it(year, goal, expected):
    result = judged(REVISED, "904", year=year)

    assert (result.goal.value, result.expected) == (goal, expected)


def test_a_revised_goal_can_be_undecided_from_its_year_on():
    target = terms(goals=(a_goal(), a_goal(None, state="undecided", effective_from=R8)))

    statuses = [judged(target, "958", year=year).status for year in (R7, R8)]

    assert statuses == ["on_track", "goal_undecided"]


def test_a_goal_year_moved_back_leaves_the_old_year_unfinished():
    target = terms(goals=(a_goal(), a_goal("1100", R12 + 2, effective_from=R12)))

    assert judged(target, "1099", year=R12).status == "on_track"

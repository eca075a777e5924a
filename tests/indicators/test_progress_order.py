"""Of all rules that apply to a target, the first one decides."""

from datetime import date
from itertools import combinations

import pytest

from tests.indicators.judging import R5, R7, R12, a_goal, judged, row, terms

BEFORE = date(2023, 4, 1)

# What brings a rule about, in the order of the rules: number, status, circumstances.
# (A break in the baseline year itself is none: the baseline is of the new series.)
RULES = [
    ("1", "discontinued", {"state": "discontinued"}),
    ("1 break", "not_comparable", {"break_in_series": True, "year": R7}),
    ("2", "monitor", {"mode": "monitor"}),
    ("3", "goal_statement", {"goal_state": "statement"}),
    ("3 undecided", "goal_undecided", {"goal": None}),
    ("4", "unit_check", {"goal_unit": "回／年", "baseline": "904"}),
    ("4 year", "baseline_year", {"year": R5, "baseline": "904", "baseline_year": R5}),
    ("5", "not_due", {"value": None, "as_of": BEFORE}),
    ("5 collecting", "collecting", {"state": "collecting"}),
    ("5 reason", "not_assessable", {"state": "suppressed"}),
    ("5 nothing", "not_reported", {"value": None}),
    ("6", "not_maintained", {"mode": "maintain", "value": "940"}),
    ("7", "no_baseline", {"baseline": None, "value": "940"}),
    ("8", "not_assessable", {"goal_year": None, "value": "940"}),
    ("8 start", "not_assessable", {"baseline_year": None, "value": "940"}),
    ("9", "achieved", {"value": "1100"}),
    ("10", "not_achieved", {"year": R12, "value": "1099"}),
    ("11", "on_track", {"value": "958"}),
    ("11 slight", "slightly_behind", {"value": "940"}),
    ("12", "behind", {"value": "920"}),
    ("12 worse", "regressed", {"value": "880"}),
]

# Rules told apart by the number alone: a target has one of them at a time.
BY_NUMBER = {"9", "10", "11", "11 slight", "12", "12 worse"}


def status_under(circumstances):
    """The status of 904 to 1,100 in R7, where nothing else is told."""
    told = {"value": "880", "state": "", "break_in_series": False, **circumstances}
    year = told.get("year", R7)
    goal = a_goal(
        told.get("goal", "1100"),
        told.get("goal_year", R12),
        unit=told.get("goal_unit", "人／年"),
        state=told.get("goal_state", "set"),
    )
    target = terms(
        told.get("baseline", "904"),
        goals=(goal,),
        mode=told.get("mode", "goal"),
        direction="increase",
        baseline_year=told.get("baseline_year", R5),
    )
    answer = row(told["value"], told["state"], break_in_series=told["break_in_series"])
    return judged(target, answer, year=year, as_of=told.get("as_of")).status


@pytest.mark.parametrize(
    ("status", "circumstances"),
    [pytest.param(*rule[1:], id=f"{rule[0]}: {rule[1]}") for rule in RULES],
)
def test_a_rule_alone_gives_its_status(status, circumstances):
    assert status_under(circumstances) == status


@pytest.mark.parametrize(
    ("status", "first", "later"),
    [
        pytest.param(first[1], first[2], later[2], id=f"{first[0]} before {later[0]}")
        for first, later in combinations(RULES, 2)
        if not {first[0], later[0]} <= BY_NUMBER
    ],
)
def test_the_earlier_rule_wins(status, first, later):
    assert status_under({**later, **first}) == status


@pytest.mark.parametrize(
    ("status", "causes"),
    [
        pytest.param(rule[1], RULES[position:], id=f"from {rule[0]}")
        for position, rule in enumerate(RULES)
    ],
)
def test_where_all_rules_from_one_on_apply_that_one_decides(status, causes):
    together = {}
    for _, _, circumstances in reversed(causes):
        together.update(circumstances)

    assert status_under(together) == status


@pytest.mark.parametrize(
    ("goal_year", "year", "status"),
    [
        pytest.param(R12, R7, "achieved", id="years before the goal year"),
        pytest.param(R12, R12, "achieved", id="in the goal year"),
        pytest.param(R12, R12 + 1, "achieved", id="after the goal year"),
        pytest.param(None, R7, "achieved", id="goal year unknown"),
    ],
)
def test_a_goal_that_is_met_is_achieved_in_any_year(goal_year, year, status):
    result = judged(terms(goal_year=goal_year), "1100", year=year)

    assert result.status == status


def test_the_goal_year_is_the_first_in_which_missing_the_goal_is_final():
    results = [judged(terms(), "1099", year=year).status for year in (R12 - 1, R12)]

    assert results == ["on_track", "not_achieved"]


def test_an_undecided_goal_beside_a_typed_number_is_undecided():
    result = judged(terms(goals=(a_goal("1100", state="undecided"),)), "1200")

    assert (result.status, result.expected) == ("goal_undecided", None)


def test_a_goal_called_set_without_a_number_is_undecided():
    result = judged(terms(goal=None), "1200")

    assert result.status == "goal_undecided"

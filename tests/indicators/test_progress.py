"""Where a target stands while no yearly value is published."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.progress import (
    Status,
    Terms,
    standing_without_value,
    units_differ,
)

# 柏市 2-1: 904人／年 in R5, 1,100人／年 in R12.
KASHIWA = Terms(
    mode="goal",
    goal_state="set",
    baseline=Decimal("904"),
    baseline_unit="人／年",
    baseline_year=2023,
    goal=Decimal("1100"),
    goal_unit="人／年",
)
NO_BASELINE = {"baseline": None, "baseline_unit": "", "baseline_year": None}

numbers = st.none() | st.decimals(-1000, 1000, places=1)
units = st.sampled_from(["", "人", "人／年", "人/年", "回／年", "回", "人／月", "％"])
terms = st.builds(
    Terms,
    mode=st.sampled_from(["goal", "maintain", "monitor"]),
    goal_state=st.sampled_from(["set", "undecided", "statement"]),
    baseline=numbers,
    baseline_unit=units,
    baseline_year=st.none() | st.integers(2020, 2030),
    goal=numbers,
    goal_unit=units,
    unit_confirmed=st.booleans(),
)
years = st.integers(2020, 2032)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        pytest.param({}, Status.NOT_REPORTED, id="as printed"),
        pytest.param({"mode": "maintain"}, Status.NOT_REPORTED, id="to be kept"),
        pytest.param({"mode": "monitor"}, Status.MONITOR, id="only watched"),
        pytest.param(
            {"goal_state": "statement", "goal": None},
            Status.GOAL_STATEMENT,
            id="goal in words",
        ),
        pytest.param(
            {"goal_state": "undecided", "goal": None},
            Status.GOAL_UNDECIDED,
            id="goal undecided",
        ),
        pytest.param({"goal": None}, Status.GOAL_UNDECIDED, id="goal not printed"),
        pytest.param({"goal": Decimal(0)}, Status.NOT_REPORTED, id="goal of zero"),
        # 柏市 4-3: 69人／年 is to become 97回／年.
        pytest.param({"goal_unit": "回／年"}, Status.UNIT_CHECK, id="other unit"),
        pytest.param(
            {"goal_unit": "回／年", "unit_confirmed": True},
            Status.NOT_REPORTED,
            id="other unit confirmed",
        ),
        pytest.param({"baseline_year": 2024}, Status.BASELINE_YEAR, id="first year"),
        pytest.param({"baseline_year": 2025}, Status.BASELINE_YEAR, id="year before"),
        pytest.param({"baseline_year": None}, Status.NOT_REPORTED, id="no first year"),
        pytest.param(NO_BASELINE, Status.NOT_REPORTED, id="no baseline"),
        pytest.param(
            {"baseline": None, "baseline_year": 2024},
            Status.NOT_REPORTED,
            id="year of a baseline that is missing",
        ),
    ],
)
def test_a_target_without_a_value_for_2024_stands_so(changes, status):
    standing = standing_without_value(replace(KASHIWA, **changes), year=2024)

    assert standing == status


@given(terms, years)
def test_a_watched_target_is_never_judged(any_terms, year):
    watched = replace(any_terms, mode="monitor")

    assert standing_without_value(watched, year=year) == Status.MONITOR


@given(terms, years)
def test_only_a_set_goal_waits_for_a_report(any_terms, year):
    status = standing_without_value(any_terms, year=year)

    if status in (Status.NOT_REPORTED, Status.BASELINE_YEAR, Status.UNIT_CHECK):
        assert any_terms.goal_state == "set"
        assert any_terms.goal is not None
        assert units_differ(any_terms) == (status == Status.UNIT_CHECK)


@given(terms, years)
def test_who_waits_for_a_report_waits_until_one_comes(any_terms, year):
    if standing_without_value(any_terms, year=year) == Status.NOT_REPORTED:
        later = standing_without_value(any_terms, year=year + 1)

        assert later == Status.NOT_REPORTED

"""The fourteen targets of 柏市地域健康福祉計画 as its plan file has them."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from indicators.progress_values import Goal, Observed, Terms
from tests.indicators.judging import R4, R7, judged, number

PLAN_FILE = Path(__file__).parents[2] / "fixtures" / "003-kashiwa.yaml"


def read_targets():
    """The terms of every target, by the code of its record."""
    records = yaml.safe_load(PLAN_FILE.read_text(encoding="utf-8"))
    rows = [r["fields"] for r in records if r["model"] == "indicators.target"]
    return {row["code"]: terms_of(row) for row in rows}


def terms_of(row):
    goal = Goal(
        value=number(row.get("goal_value")),
        year=row["goal_fiscal_year"],
        unit=row["goal_unit"],
        state=row.get("goal_state", "set"),
    )
    return Terms(
        goals=(goal,),
        mode=row.get("evaluation_mode", "goal"),
        direction=row.get("direction", ""),
        decimals=row.get("decimals", 0),
        baseline=number(row.get("baseline_value")),
        baseline_year=row.get("baseline_fiscal_year"),
        baseline_unit=row.get("baseline_unit", ""),
    )


TARGETS = read_targets()


def goal_or_ten(target):
    return target.goals[0].value or Decimal(10)


@pytest.mark.parametrize(
    ("share_of_goal", "verdicts"),
    [
        pytest.param(1, {"achieved": 8 + 3}, id="at the goal"),
        # 0.5 to 100 %: the fall to 0 is within the tolerance, so it is only 遅れ.
        pytest.param(
            0, {"regressed": 7, "behind": 1, "no_baseline": 3}, id="at nothing"
        ),
    ],
)
def test_eight_of_the_fourteen_can_be_judged(share_of_goal, verdicts):
    results = Counter(
        judged(target, Observed(goal_or_ten(target) * share_of_goal)).status
        for target in TARGETS.values()
    )

    assert results == {
        **verdicts,
        "goal_undecided": 1,
        "unit_check": 1,
        "monitor": 1,
    }


def test_without_any_actual_the_plan_waits_for_reports():
    results = Counter(judged(target).status for target in TARGETS.values())

    assert results == {
        "not_reported": 11,
        "goal_undecided": 1,
        "unit_check": 1,
        "monitor": 1,
    }


def test_before_the_year_is_over_nothing_is_due():
    results = Counter(
        judged(target, as_of=date(2026, 3, 31)).status for target in TARGETS.values()
    )

    assert results["not_due"] == 11


@pytest.mark.parametrize(
    ("name", "status"),
    [
        pytest.param("300人／年", "no_baseline", id="300人/年"),
        pytest.param("15活動／年", "no_baseline", id="15活動/年"),
        pytest.param("24000人", "no_baseline", id="24,000人"),
        pytest.param("None件", "goal_undecided", id="○〇件"),
        pytest.param("97回／年", "unit_check", id="69人/年 to 97回/年"),
        pytest.param("1360件／年", "monitor", id="虐待相談"),
    ],
)
def test_a_target_that_cannot_be_judged_says_why(name, status):
    goals = {
        f"{t.goals[0].value}{t.goals[0].unit}".replace("/", "／"): t
        for t in TARGETS.values()
    }

    result = judged(goals[name], "10", year=R7)

    assert (result.status, result.progress, result.line_on) == (status, None, None)


def test_the_reports_of_abuse_began_a_year_earlier_than_the_rest():
    years = Counter(t.baseline_year for t in TARGETS.values() if t.baseline)

    assert years == {R4: 1, 2023: 9}

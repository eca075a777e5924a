"""Why a target has no verdict, in sentences that a resident reads."""

from datetime import date

import pytest

from indicators.judgement_words import reason_of
from tests.indicators.judging import R5, a_goal, judged, row, terms


def reason(target, actual=None, **rest):
    return reason_of(judged(target, actual, **rest), target)


@pytest.mark.parametrize(
    ("target", "actual", "words"),
    [
        pytest.param(
            terms(goals=(a_goal(state="statement"),)), "1", "言葉による目標", id="words"
        ),
        pytest.param(terms(goal=None), "1", "目標の数値が決まっていない", id="no goal"),
        pytest.param(
            terms(goals=(a_goal(unit="回／年"),)), "1", "単位が違う", id="units"
        ),
        pytest.param(terms(), row(None, "discontinued"), "事業が終わった", id="ended"),
        pytest.param(
            terms(), row("1", break_in_series=True), "数え方が変わり", id="break"
        ),
        pytest.param(terms(), row(None, "unknown"), "値が分からない", id="unknown"),
        pytest.param(terms(goal_year=None), "1", "年度が分からない", id="no years"),
    ],
)
def test_what_stops_a_judgement_is_said(target, actual, words):
    assert words in reason(target, actual)


def test_the_baseline_year_names_the_start_and_the_years_before_it():
    assert reason(terms(), year=R5) == "令和5年度は出発点の年度です（904人）。"
    assert reason(terms(), year=R5 - 1) == "出発点の令和5年度より前の年度です。"


def test_a_year_that_still_runs_is_said_to():
    assert reason(terms(), as_of=date(2026, 3, 31)) == (
        "令和7年度は、まだ終わっていません。"
    )

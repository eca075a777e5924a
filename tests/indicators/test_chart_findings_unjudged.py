"""The finding over a value without a verdict, or whose terms changed afterwards."""

import pytest

from indicators.presenters.chart_findings import finding
from indicators.progress_values import Goal, Status
from tests.indicators.judging import terms
from tests.indicators.test_chart_findings import shown

UNDECIDED = (Goal(state="undecided"),)


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (terms(goals=UNDECIDED), "令和7年度までの値の動き"),
        (terms(None, goals=UNDECIDED), "令和7年度の値"),
    ],
    ids=["after a baseline", "the only one"],
)
def test_a_value_that_is_not_judged_names_its_own_year(promise, words):
    assert finding(promise, shown(promise, "940"), None) == words


def test_a_value_that_is_not_judged_names_its_own_year_not_the_one_before():
    promise = terms(None, goals=UNDECIDED)
    last = shown(promise, "930", year=2024)

    assert finding(promise, shown(promise, "940"), last) == "令和7年度までの値の動き"


@pytest.mark.parametrize("value", ["958", "940", "900"])
@pytest.mark.parametrize(
    "now", [terms(None), terms(goals=UNDECIDED)], ids=["no baseline", "no goal"]
)
def test_a_published_verdict_stays_when_its_baseline_or_goal_is_withdrawn(now, value):
    published = shown(terms(), value)

    said = finding(now, published, None)

    assert published.status in (Status.ON_TRACK, Status.SLIGHTLY_BEHIND, Status.BEHIND)
    assert said in ("目安の線に沿って進んでいる", "目安の線には届いていない")

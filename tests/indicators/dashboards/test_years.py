import pytest

from indicators.dashboards.years import years_of
from plans.models import Plan
from tests.indicators.dashboards.standings import R5, R6, R7, R8, TODAY, a_standing

PLAN = Plan()
WATCHED = {"evaluation_mode": "monitor", "baseline_fiscal_year": R5 - 1}


def a_target(published=None, **values):
    return a_standing(published, **values).target


@pytest.mark.parametrize(
    ("targets", "years"),
    [
        ([a_target()], [R6, R7, R8]),
        ([a_target(), a_target(baseline_fiscal_year=R6)], [R6, R7, R8]),
        ([a_target(), a_target(**WATCHED)], [R6, R7, R8]),
        ([a_target(), a_target({R5: 1077}, **WATCHED)], [R5, R6, R7, R8]),
        ([a_target(**WATCHED)], [R5, R6, R7, R8]),
        ([a_target({R5: 904})], [R6, R7, R8]),
    ],
    ids=[
        "one baseline",
        "a later baseline",
        "an earlier one that is only watched",
        "a watched one with a number",
        "nothing but a watched one",
        "a number of the baseline year itself",
    ],
)
def test_the_years_offered_begin_after_the_first_baseline(targets, years):
    assert years_of(PLAN, targets, [], TODAY) == years


def test_a_plan_without_targets_offers_the_years_of_its_reviews():
    assert years_of(PLAN, [], [{"year": R7}], TODAY) == [R7, R8]

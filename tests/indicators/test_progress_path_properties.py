"""Targets on their way, against a slow and obvious second reckoning of their path."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.progress import judge
from indicators.progress_values import Observed
from tests.indicators.any_target import (
    any_path,
    any_settings,
    mirrored,
    values,
)
from tests.indicators.slow_path import slow_expected, slow_line

LATE = date(2099, 1, 1)


def status_at(target, number, year, settings):
    return judged_at(target, number, year, settings).status


def judged_at(target, number, year, settings):
    actual = Decimal(Fraction(number).numerator) / Fraction(number).denominator
    rows = {year: Observed(actual)}
    return judge(target, rows, year=year, as_of=LATE, settings=settings)


def one_step_worse(target, number):
    step = Fraction(1, 10**target.decimals)
    rising = target.goals[0].value > target.baseline
    return number - step if rising else number + step


@given(any_path(), any_settings())
def test_the_path_and_its_lines_agree_with_the_slow_reckoning(path, settings):
    target, year = path

    result = judged_at(target, target.baseline, year, settings)

    assert result.expected == slow_expected(target, year)
    assert result.line_on == slow_line(target, year, settings.k_on)
    assert result.line_slight == slow_line(target, year, settings.k_slight)


@given(any_path(), any_settings(), st.data())
def test_the_status_agrees_with_the_slow_reckoning(path, settings, data):
    target, year = path
    number = data.draw(values(target.decimals, limit=10**6))
    goal = target.goals[0]
    rising = goal.value > target.baseline
    gain = number - target.baseline if rising else target.baseline - number
    whole = abs(goal.value - target.baseline)

    def reaches(limit):
        return number >= limit if rising else number <= limit

    if reaches(goal.value):
        wanted = "achieved"
    elif year >= goal.year:
        wanted = "not_achieved"
    elif reaches(slow_line(target, year, settings.k_on)):
        wanted = "on_track"
    elif reaches(slow_line(target, year, settings.k_slight)):
        wanted = "slightly_behind"
    elif gain >= -whole * settings.regress_tol:
        wanted = "behind"
    else:
        wanted = "regressed"

    assert status_at(target, number, year, settings) == wanted


@given(any_path(), any_settings())
def test_a_line_is_the_first_value_of_its_status(path, settings):
    target, year = path
    assume(year < target.goals[0].year)
    line_on = slow_line(target, year, settings.k_on)
    line_slight = slow_line(target, year, settings.k_slight)

    assert status_at(target, line_on, year, settings) in {"achieved", "on_track"}
    assert status_at(target, line_slight, year, settings) in {
        "achieved",
        "on_track",
        "slightly_behind",
    }
    short_of_on = one_step_worse(target, line_on)
    assert status_at(target, short_of_on, year, settings) != "on_track"
    short_of_slight = one_step_worse(target, line_slight)
    assert status_at(target, short_of_slight, year, settings) not in {
        "on_track",
        "slightly_behind",
    }


@given(any_path(), any_settings())
def test_a_share_of_the_path_is_never_asked_for_more_strictly_than_the_path(
    path, settings
):
    target, year = path
    rising = target.goals[0].value > target.baseline

    result = judged_at(target, target.baseline, year, settings)

    lines = [result.line_slight, result.line_on, result.expected]
    assert lines == sorted(lines, reverse=not rising)


@given(any_path(), any_settings())
def test_the_goal_is_achieved_and_the_baseline_has_no_progress(path, settings):
    target, year = path

    start = judged_at(target, target.baseline, year, settings)
    end = judged_at(target, target.goals[0].value, year, settings)

    assert (start.progress, end.progress, end.status) == (0, 1, "achieved")
    assert start.status not in {"achieved", "regressed"}


@given(any_path(), any_settings(), st.data())
def test_rising_and_falling_are_treated_alike(path, settings, data):
    target, year = path
    number = data.draw(values(target.decimals, limit=10**6))

    one = status_at(target, number, year, settings)
    other = status_at(mirrored(target), -number, year, settings)

    assert one == other

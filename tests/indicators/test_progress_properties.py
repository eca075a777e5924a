"""What holds for any target, any rows, any year and any settings."""

from datetime import date

from hypothesis import given

from indicators.progress import judge
from indicators.progress_values import Observed, Status
from tests.indicators.any_target import any_case, mirrored, negative

ON_THE_WAY = {"on_track", "slightly_behind", "behind", "regressed"}
GRADED = ON_THE_WAY | {"achieved", "not_achieved", "maintained", "not_maintained"}
LATE = date(2099, 1, 1)


@given(any_case())
def test_anything_that_may_be_stored_gets_an_answer(case):
    target, rows, rest = case

    result = judge(target, rows, **rest)

    assert result.status in set(Status)
    assert (result.year, result.goal) == (rest["year"], target.goal_in(rest["year"]))


@given(any_case())
def test_no_verdict_without_the_numbers_it_needs(case):
    target, rows, rest = case

    result = judge(target, rows, **rest)

    if result.status in GRADED:
        assert None not in (result.value, result.goal.value)
        assert result.goal.state == "set"
    if result.status in ON_THE_WAY | {"not_achieved"}:
        assert None not in (target.baseline, target.baseline_year, result.goal.year)
        assert target.baseline_year < result.goal.year
        assert target.baseline_year < rest["year"]
    if result.status in ON_THE_WAY:
        assert rest["year"] < result.goal.year


@given(any_case())
def test_a_percent_belongs_to_a_verdict_on_the_way_alone(case):
    target, rows, rest = case

    result = judge(target, rows, **rest)

    shown = {
        result.progress is None,
        result.line_on is None,
        result.line_slight is None,
    }
    assert len(shown) == 1
    if result.status in ON_THE_WAY | {"not_achieved"}:
        assert result.progress is not None
    if result.progress is not None:
        assert target.mode == "goal"
        assert result.status in ON_THE_WAY | {"not_achieved", "achieved"}
        assert (result.progress >= 1) == (result.status == "achieved")
        assert result.attainment is None


@given(any_case())
def test_rows_of_later_years_change_nothing(case):
    target, rows, rest = case
    until = {year: found for year, found in rows.items() if year <= rest["year"]}

    assert judge(target, rows, **rest) == judge(target, until, **rest)


@given(any_case())
def test_a_state_hides_its_number(case):
    target, rows, rest = case
    hidden = {
        year: Observed(None if row.state else row.number, row.state, *flags(row))
        for year, row in rows.items()
    }

    assert judge(target, rows, **rest) == judge(target, hidden, **rest)


def flags(row):
    return row.provisional, row.break_in_series


@given(any_case())
def test_a_falling_target_is_the_mirror_of_a_rising_one(case):
    target, rows, rest = case
    turned = {
        year: Observed(negative(row.number), row.state, *flags(row))
        for year, row in rows.items()
    }

    one = judge(target, rows, **rest)
    other = judge(mirrored(target), turned, **rest)

    assert (one.status, one.why, one.progress) == (
        other.status,
        other.why,
        other.progress,
    )
    assert [one.expected, one.line_on, one.line_slight] == [
        negative(each) for each in (other.expected, other.line_on, other.line_slight)
    ]


@given(any_case())
def test_a_judgement_depends_on_the_clock_only_while_a_value_is_missing(case):
    target, rows, rest = case

    result = judge(target, rows, **rest)

    if result.status != "not_due":
        assert judge(target, rows, **{**rest, "as_of": LATE}) == result

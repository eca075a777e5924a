from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.progress_values import Goal, Settings, Status, Terms
from indicators.worked_example import (
    can_be_example,
    example_judgements,
    example_year,
)

ORDER = [
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.SLIGHTLY_BEHIND,
    Status.BEHIND,
    Status.REGRESSED,
]


def terms_of(baseline, goal, *, unit="人", decimals=0, start=2023, end=2030):
    return Terms(
        goals=(Goal(Decimal(goal), end, unit),),
        baseline=Decimal(baseline),
        baseline_year=start,
        baseline_unit=unit,
        decimals=decimals,
    )


def said(terms, year=2025):
    return [
        (str(each.value), each.status)
        for each in example_judgements(terms, year, Settings())
    ]


def test_a_rising_target_is_shown_at_each_border():
    assert said(terms_of(904, 1100)) == [
        ("1100", Status.ACHIEVED),
        ("957", Status.ON_TRACK),
        ("937", Status.SLIGHTLY_BEHIND),
        ("904", Status.BEHIND),
        ("894", Status.REGRESSED),
    ]


def test_a_falling_target_is_shown_the_other_way_round():
    assert said(terms_of(20, 10)) == [
        ("10", Status.ACHIEVED),
        ("18", Status.ON_TRACK),
        ("19", Status.SLIGHTLY_BEHIND),
        ("20", Status.BEHIND),
        ("21", Status.REGRESSED),
    ]


def test_values_that_cannot_be_are_left_out():
    share = said(terms_of("0.5", 100, unit="%", decimals=1))
    falling = said(terms_of(99, 50, unit="%"))

    assert [value for value, _ in share] == ["100", "27.5", "17.5", "0.5"]
    assert "102" not in [value for value, _ in falling]


@pytest.mark.parametrize(
    ("baseline", "goal", "values"),
    [
        (120, 150, ["150", "128", "125", "120", "118"]),
        (150, 120, ["120", "142", "145", "150", "152"]),
        (5, -5, ["-5", "3", "4", "5", "6"]),
    ],
    ids=["a share above 100", "falling to above 100", "falling below zero"],
)
def test_values_on_the_way_to_a_goal_are_never_left_out(baseline, goal, values):
    unit = "%" if baseline > 100 else "人"

    assert [value for value, _ in said(terms_of(baseline, goal, unit=unit))] == values


def test_the_year_is_moved_between_baseline_and_goal():
    terms = terms_of(904, 1100)

    assert [example_year(terms, year) for year in (2020, 2025, 2031)] == [
        2024,
        2025,
        2029,
    ]


def test_a_goal_in_another_unit_or_without_a_year_is_no_example():
    other_unit = Terms(
        goals=(Goal(Decimal(97), 2030, "回／年"),),
        baseline=Decimal(69),
        baseline_year=2023,
        baseline_unit="人／年",
    )
    no_year = terms_of(1, 2, end=None)

    assert not can_be_example(other_unit)
    assert not can_be_example(no_year)
    assert can_be_example(terms_of(1, 2))


@settings(max_examples=80, deadline=None)
@given(
    baseline=st.integers(-200, 100_000),
    goal=st.integers(-200, 100_000),
    unit=st.sampled_from(["人", "%"]),
    span=st.integers(1, 12),
    year=st.integers(2015, 2040),
)
def test_every_example_is_judged_from_best_to_worst(baseline, goal, unit, span, year):
    assume(baseline != goal)
    terms = terms_of(baseline, goal, unit=unit, end=2023 + span)

    found = example_judgements(terms, example_year(terms, year), Settings())

    statuses = [each.status for each in found if each.status in ORDER]
    assert found[0].status == Status.ACHIEVED
    assert statuses == sorted(statuses, key=ORDER.index)

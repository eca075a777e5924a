from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_plan.nation.shapes import SHAPES, YEARS, figures
from welfare_plan.nation.texts import outlines

_SEEDS = st.integers(min_value=0, max_value=10**9)


@pytest.mark.parametrize("name", SHAPES)
@given(seed=_SEEDS)
def test_every_value_is_one_that_the_shape_allows(name, seed):
    shape = SHAPES[name]
    found = figures(shape, Random(seed))
    numbers = [value for value in found.values.values() if isinstance(value, Decimal)]

    for number in (*numbers, *filter(None, (found.baseline, found.goal))):
        assert number >= 0
        assert -number.as_tuple().exponent == shape.decimals
        assert shape.measure_type != "ratio" or number <= 100


@given(seed=_SEEDS)
def test_the_goal_lies_on_the_side_that_the_shape_is_heading_for(seed):
    rising = figures(SHAPES["people"], Random(seed))
    falling = figures(SHAPES["falling"], Random(seed))

    assert rising.goal > rising.baseline
    assert falling.goal < falling.baseline


def test_a_target_in_words_has_no_figures():
    found = figures(SHAPES["words"], Random(1))

    assert (found.baseline, found.goal, found.values) == (None, None, {})


def test_others_say_something_in_each_of_seven_years():
    assert list(figures(SHAPES["times"], Random(1)).values) == list(YEARS)
    assert len(YEARS) == 7


def test_the_plans_use_every_shape_and_make_75000_targets_of_a_nation():
    used = [
        row[2]
        for outline in outlines()
        for policy in outline["policies"]
        for measure in policy["measures"]
        for row in measure["initiatives"]
    ]

    assert set(used) == set(SHAPES)
    assert 74_000 < len(used) * 1741 < 76_000

"""Survey waves that are not compared: another kind of wave, or none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.survey_change import Wave, survey_change


def wave(percent, n=1000, **values):
    return Wave(2023, Decimal(percent), n, **values)


def change(before, after):
    return survey_change(before, after, direction="increase")


FINE, LATER = wave("30.0"), wave("40.0")
NOT_COMPARABLE = [
    pytest.param(FINE, wave("30.0", comparable=False), id="other wording"),
    pytest.param(FINE, wave("40.0", self_selected=True), id="anybody could answer"),
    pytest.param(wave("30.0", self_selected=True), LATER, id="anybody could"),
    pytest.param(FINE, wave("40.0", 0), id="nobody answered"),
    pytest.param(wave("30.0", 0), LATER, id="nobody had answered"),
]


@pytest.mark.parametrize(("before", "after"), NOT_COMPARABLE)
def test_waves_that_differ_in_kind_are_not_compared(before, after):
    result = change(before, after)

    assert (result.change, result.margin_squared) == ("not_comparable", None)
    assert not result.for_reference


@pytest.mark.parametrize("which", ["before", "after"])
def test_an_answer_that_anybody_could_give_is_a_value_and_no_difference(which):
    waves = {"before": FINE, "after": LATER}
    waves[which] = replace(waves[which], self_selected=True)

    result = change(**waves)

    assert (result.change, result.points) == ("not_comparable", None)


def test_without_a_new_wave_nothing_else_matters():
    result = change(replace(FINE, self_selected=True), None)

    assert (result.change, result.points) == ("not_surveyed", None)

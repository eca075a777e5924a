"""Percentages, expected values and differences as they are printed."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.judgement_words import expected_text, percent_text, reason_of
from tests.indicators.any_target import any_path
from tests.indicators.judging import judged, row, terms

shares = st.fractions(-50, 50, max_denominator=10**6)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        pytest.param(Fraction(36, 196), "18.4%", id="18.367"),
        pytest.param(Fraction(-24, 196), "−12.2%", id="−12.245"),
        pytest.param(Fraction(1845, 10000), "18.5%", id="half goes up"),
        pytest.param(Fraction(-1845, 10000), "−18.5%", id="half goes away from zero"),
        pytest.param(Fraction(-1, 2500), "0.0%", id="no minus zero"),
        pytest.param(Fraction(-1, 2000), "−0.1%", id="the first that has a minus"),
        pytest.param(Fraction(0), "0.0%", id="zero"),
        pytest.param(Fraction(1, 3), "33.3%", id="third"),
        pytest.param(Fraction(-25), "−2,500.0%", id="thousands"),
        pytest.param(Fraction(999, 1000), "99.9%", id="99.9"),
        pytest.param(Fraction(9995, 10000), "99.9%", id="99.95 is capped"),
        pytest.param(Fraction(999999, 1000000), "99.9%", id="nearly all is capped"),
    ],
)
def test_a_percentage_short_of_the_goal_has_one_decimal_and_never_says_100(share, text):
    assert percent_text(share, achieved=False) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        pytest.param(Fraction(1), "100.0%", id="exactly"),
        pytest.param(Fraction(208, 196), "106.1%", id="beyond"),
        pytest.param(Fraction(125, 10), "1,250.0%", id="far beyond"),
    ],
)
def test_an_achieved_goal_prints_100_and_what_is_beyond(share, text):
    assert percent_text(share, achieved=True) == text


@given(shares, st.booleans())
def test_a_percentage_is_the_nearest_tenth_on_the_screen(share, achieved):
    text = percent_text(share, achieved=achieved)

    percent = Decimal(share.numerator) * 100 / share.denominator
    wanted = percent.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if not achieved:
        wanted = min(wanted, Decimal("99.9"))
    assert Decimal(text.removesuffix("%").replace("−", "-").replace(",", "")) == wanted
    assert "-" not in text
    assert not text.startswith("−0.0%")


@pytest.mark.parametrize(
    ("target", "text"),
    [
        pytest.param(terms("39", "51"), "42.4", id="42.43 menus"),
        pytest.param(terms("904", "1100"), "960", id="a whole number"),
        pytest.param(terms("0.5", "100", decimals=1), "28.93", id="percent"),
        pytest.param(terms("5928", "9000"), "6,805.7", id="thousands"),
        pytest.param(terms("20", "10"), "17.1", id="falling"),
        pytest.param(terms("-20", "-10"), "−17.1", id="below zero"),
        pytest.param(terms("0", "0.7", decimals=1), "0.2", id="end zeros dropped"),
        pytest.param(terms("0", "350"), "100", id="zeros before the point stay"),
        pytest.param(terms("-0.1", "0.25", decimals=2), "0", id="no minus zero"),
        pytest.param(terms("100", "100.7", decimals=2), "100.2", id="two decimals"),
        pytest.param(terms(None, "300"), "", id="none to draw"),
    ],
)
def test_an_expected_value_has_one_decimal_more_than_the_figures(target, text):
    assert expected_text(judged(target, "0"), target) == text


@given(any_path())
def test_an_expected_value_is_rounded_half_up_to_its_digits(path):
    target, year = path

    result = judged(target, row(target.baseline), year=year)

    printed = expected_text(result, target).replace("−", "-").replace(",", "")
    exact = result.expected
    half = Fraction(1, 2 * 10 ** (target.decimals + 1))
    assert abs(Fraction(printed) - exact) <= half
    if abs(Fraction(printed) - exact) == half:
        assert abs(Fraction(printed)) > abs(exact)
    assert "." not in printed or printed[-1] != "0"


@pytest.mark.parametrize(
    ("target", "actual", "difference"),
    [
        # The path is at 42.43; the reader sees 42.4.
        pytest.param(terms("39", "51"), "41", "1.4人下回る", id="from printed 42.4"),
        pytest.param(terms("5928", "9000"), "6900", "94.3人上回る", id="above"),
        pytest.param(terms("904", "1100"), "960", "同じ", id="equal"),
        pytest.param(terms("781", "7830"), "1000", "1,795人下回る", id="thousands"),
    ],
)
def test_a_difference_is_taken_from_the_printed_figures(target, actual, difference):
    assert f"（{difference}）" in reason_of(judged(target, actual), target)


@pytest.mark.parametrize("unit", ["%", "％"])
def test_a_difference_of_percentages_is_in_points(unit):
    target = terms("0.5", "100", decimals=1, unit=unit)

    reason = reason_of(judged(target, "20.0"), target)

    assert "目安28.93%に対し実績20.0%（8.93ポイント下回る）" in reason

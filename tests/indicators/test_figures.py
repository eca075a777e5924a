"""Numbers in words: separators, the sign, rounding, units and years."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures import (
    MINUS,
    figure_text,
    number_from,
    number_text,
    year_text,
)

# What a target can hold: 16 digits, of which 4 are decimals.
values = st.decimals("-999999999999.9999", "999999999999.9999", places=4)
decimals = st.integers(0, 4)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        # 柏市 2-1: 904人／年 in R5, 1,100人／年 in R12.
        ("904.0000", 0, "904"),
        ("1100", 0, "1,100"),
        ("1234567", 0, "1,234,567"),
        ("0.5000", 1, "0.5"),
        ("30.2", 1, "30.2"),
        ("30.2", 2, "30.20"),
        ("0", 0, "0"),
        ("0", 2, "0.00"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("0.05", 1, "0.1"),
        ("-5", 0, "−5"),
        ("-1234.5", 1, "−1,234.5"),
        ("-0.04", 1, "0.0"),
        ("-0", 0, "0"),
        ("1E+3", 0, "1,000"),
        ("999.5", 0, "1,000"),
    ],
)
def test_a_number_is_written_as_plans_print_it(value, places, text):
    assert number_text(Decimal(value), places) == text


@given(values, decimals)
def test_a_number_reads_back_as_the_rounded_value(value, places):
    text = number_text(value, places)

    read = Decimal(text.replace(",", "").replace(MINUS, "-"))

    assert read == value.quantize(Decimal(10) ** -places, rounding=ROUND_HALF_UP)


@given(values, decimals)
def test_a_number_has_groups_of_three_digits_and_its_decimals(value, places):
    text = number_text(value, places)

    decimal_part = rf"\.[0-9]{{{places}}}" if places else ""

    assert re.fullmatch(rf"−?[0-9]{{1,3}}(,[0-9]{{3}})*{decimal_part}", text)


@given(values, decimals)
def test_zero_has_no_sign(value, places):
    text = number_text(value, places)

    assert text.startswith(MINUS) == bool(value < 0 and re.search("[1-9]", text))


@given(values, decimals)
def test_a_number_and_its_opposite_differ_by_the_sign_alone(value, places):
    texts = (number_text(value, places), number_text(-value, places))

    assert texts[0].lstrip(MINUS) == texts[1].lstrip(MINUS)


@pytest.mark.parametrize(
    ("value", "places", "unit", "text"),
    [
        ("1100", 0, "人／年", "1,100人／年"),
        ("0.5", 1, "％", "0.5％"),
        ("-3", 0, "件", "−3件"),
        ("12", 0, "", "12"),
    ],
)
def test_a_figure_carries_its_unit(value, places, unit, text):
    assert figure_text(Decimal(value), places, unit) == text


@pytest.mark.parametrize(
    ("year", "text"),
    [(2023, "令和5年度"), (2019, "令和元年度"), (None, "年度の記載なし")],
)
def test_a_year_that_is_not_printed_is_said_in_words(year, text):
    assert year_text(year) == text


@given(value=values, places=decimals)
def test_a_printed_number_reads_back_as_what_was_printed(value, places):
    text = number_text(value, places)

    assert number_text(number_from(text), places) == text
    assert number_from("") is None

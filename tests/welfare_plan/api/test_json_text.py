"""A number goes out as it is, whatever its size."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_plan.api.json_text import json_text

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | NUMBERS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_what_is_written_is_read_back_unchanged(value):
    assert json.loads(json_text(value), parse_float=Decimal) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.3", "0.3"),
        ("940.0000", "940"),
        ("0.5000", "0.5"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("123456789012.3456", "123456789012.3456"),
    ],
)
def test_a_decimal_is_written_by_its_digits(value, text):
    assert json_text(Decimal(value)) == text

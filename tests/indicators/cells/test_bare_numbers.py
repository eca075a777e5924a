"""A bare number is read without a look for all that may stand around one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indicators.cells import CellError, Expected, read_cell

EXPECTED = st.builds(
    Expected,
    unit=st.sampled_from(["人／年", "%", "", "千円", "回"]),
    decimals=st.integers(0, 2),
    measure_type=st.sampled_from(["flow", "ratio", "cumulative"]),
)


def outcome(raw, expected):
    try:
        return replace(read_cell(raw, expected), raw="")
    except CellError as error:
        return error.code


@given(st.integers(0, 10**13), EXPECTED)
def test_a_bare_number_is_read_as_one_with_blanks_around_it(number, expected):
    assert outcome(f"{number}", expected) == outcome(f" {number} ", expected)

"""What holds for every cell that can be typed."""

import unicodedata
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from indicators.cells import Cell, CellError, Expected, read_cell
from indicators.figures import figure_text, number_text
from plans.decimals import decimal_text
from tests.indicators.cells.corpus import EXPECTED, awkward_cells

LOOKALIKES = "0123456789０１９.,．，、-−－ーｰ△▲()（）[]%％※*¹²①½〇○◯●xX…‥ 　\u200b\t\n"
WORDS = "約延べ以上程度速報見込集計中未定廃止新規人／/年回千万億兆百十二R令和5月日eE+=#"
messy_text = st.text(st.sampled_from(LOOKALIKES + WORDS), max_size=12)
any_text = st.one_of(
    messy_text,
    st.text(max_size=30),
    st.text(st.characters(), max_size=5),
    st.builds(
        str.__add__, messy_text, st.sampled_from([c.raw for c in awkward_cells()])
    ),
)
expectations = st.builds(
    Expected,
    unit=st.one_of(
        st.sampled_from(["人／年", "%", "", "千円", "m2"]), st.text(max_size=5)
    ),
    decimals=st.integers(0, 4),
    measure_type=st.sampled_from(["", "flow", "stock", "cumulative", "ratio"]),
    kind=st.sampled_from(["actual", "baseline", "goal"]),
    is_percent_formatted=st.booleans(),
)
# Any number that the database can hold, with its own decimals.
numbers = st.integers(0, 4).flatmap(
    lambda places: st.integers(-(10**12) + 1, 10**12 - 1).map(
        lambda number: Decimal(number).scaleb(-places)
    )
)
units = st.sampled_from(
    ["人／年", "人", "回", "か所", "メニュー", "千円", "㎡", "%", ""]
)


def read_or_refused(text, expected):
    try:
        return read_cell(text, expected)
    except CellError as error:
        return error


def plain(value, unit):
    places = max(-value.as_tuple().exponent, 0)
    return Expected(unit=unit, decimals=places)


def wide(text):
    """Full-width: every ASCII sign as its wide twin."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(any_text, expectations)
@example("", Expected())
@example("\ud800", Expected())
@example("9" * 28 + "億", Expected())
@example("0." + "0" * 26 + "1万", Expected())
def test_any_text_is_a_cell_or_a_cell_error(text, expected):
    result = read_or_refused(text, expected)

    assert isinstance(result, Cell | CellError)


@given(any_text, expectations)
def test_a_cell_is_a_number_that_can_be_kept_or_a_state(text, expected):
    cell = read_or_refused(text, expected)
    if isinstance(cell, CellError):
        return

    assert cell.raw == text
    assert (cell.value is None) == bool(cell.state)
    if cell.value is not None:
        assert abs(cell.value) < 10**12
        assert decimal_text(cell.value.quantize(Decimal(1).scaleb(-expected.decimals)))
        assert any(c.isdigit() for c in text)
        assert cell.understood()


@given(numbers, units)
def test_a_number_that_we_print_is_read_back_identically(value, unit):
    expected = plain(value, unit)
    printed = figure_text(value, expected.decimals, unit)

    for text in (printed, wide(printed), decimal_text(value), f" {printed}　"):
        assert read_cell(text, expected).value == value


@given(numbers, units)
def test_a_number_is_read_back_from_what_was_understood(value, unit):
    expected = plain(value, unit)
    cell = read_cell(number_text(value, expected.decimals), expected)

    again = cell.understood().removesuffix("として受け付けます。")

    assert read_cell(again, expected).value == value


@given(st.integers(0, 9_999), st.integers(0, 9_999), st.integers(0, 9_999))
def test_a_number_in_man_and_oku_is_the_sum_of_its_parts(oku, man, rest):
    parts = [f"{oku}億" * bool(oku), f"{man}万" * bool(man), f"{rest}" * bool(rest)]
    text = "".join(parts) or "0"

    cell = read_cell(text, Expected(unit="人"))

    assert cell.value == oku * 10**8 + man * 10**4 + rest


@given(messy_text)
def test_width_makes_no_difference(text):
    expected = EXPECTED["count"]
    normal = unicodedata.normalize("NFKC", text)
    # These are looked for before NFKC makes digits and full stops of them.
    if set(text) & set("¹²①½…‥"):
        return

    one, other = read_or_refused(text, expected), read_or_refused(normal, expected)

    assert type(one) is type(other)
    for field in ("value", "state", "unit", "provisional", "note", "code"):
        assert getattr(one, field, None) == getattr(other, field, None)

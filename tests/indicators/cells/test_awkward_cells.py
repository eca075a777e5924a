"""Every awkward cell comes to what the table says."""

import unicodedata

import pytest

from indicators.cells import CellError, CellQuestion, read_cell
from plans.decimals import decimal_text
from tests.indicators.cells.corpus import awkward_cells


def with_ids(cells):
    return [pytest.param(cell, id=f"{cell.what_for}-{cell.raw!r}") for cell in cells]


AWKWARD = with_ids(awkward_cells())
TAKEN = with_ids(cell for cell in awkward_cells() if cell.is_taken)
REFUSED = with_ids(cell for cell in awkward_cells() if not cell.is_taken)


def outcome(awkward):
    """The outcome and what is besides, in the words of the table."""
    try:
        cell = read_cell(awkward.raw, awkward.expected)
    except CellQuestion:
        return "asks", frozenset()
    except CellError as error:
        return error.code, frozenset()
    besides = {*cell.qualifiers, *(f"?{doubt.code}" for doubt in cell.warnings)}
    besides |= {"速報"} if cell.provisional else set()
    besides |= {cell.note} if cell.note else set()
    result = decimal_text(cell.value) if cell.value is not None else cell.state
    return result, frozenset(besides)


def test_the_table_is_long_and_without_repetition():
    cells = [(cell.what_for, cell.raw) for cell in awkward_cells()]

    assert len(cells) >= 150
    assert len(cells) == len(set(cells))


@pytest.mark.parametrize("awkward", AWKWARD)
def test_an_awkward_cell_comes_to_what_the_table_says(awkward):
    assert outcome(awkward) == (awkward.outcome, awkward.besides)


@pytest.mark.parametrize("awkward", REFUSED)
def test_every_refusal_says_what_is_wrong_and_what_to_do(awkward):
    with pytest.raises(CellError) as caught:
        read_cell(awkward.raw, awkward.expected)

    for sentence in (caught.value.why, caught.value.fix):
        assert sentence.endswith("。")
        assert not set("{}") & set(sentence)
        assert not any(unicodedata.category(c)[0] == "C" for c in sentence)


@pytest.mark.parametrize("awkward", TAKEN)
def test_what_was_typed_is_kept_as_typed(awkward):
    assert read_cell(awkward.raw, awkward.expected).raw == awkward.raw

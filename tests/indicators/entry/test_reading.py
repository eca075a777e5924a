"""The controls of a figure as one answer, whatever was typed into them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cells import Expected
from indicators.entry.reading import Typed, read, settled, with_remark
from indicators.models import Observation

EXPECTED = Expected(unit="人／年", measure_type="flow")
STATES = ["", *Observation.ValueState.values]
WORDS = ["", "940", "－", "○", "集計中", "約940人※1", "速報 940", "900～940", "0"]
TYPED = st.builds(
    Typed,
    cell=st.sampled_from(WORDS) | st.text(max_size=30),
    state=st.sampled_from(STATES),
    provisional=st.booleans(),
    answer=st.sampled_from(["", "0", "該当なし", "集計中", "未定", "x"]),
)


@given(TYPED)
def test_a_reading_is_a_value_or_a_state_or_a_refusal(typed):
    reading = read(typed, EXPECTED)

    assert reading.value is None or (not reading.state and not reading.refusal)
    assert reading.is_empty or reading.refusal or reading.said
    assert not (reading.state and reading.provisional and not reading.refusal)


@given(TYPED)
def test_what_was_read_reads_the_same_when_it_comes_back(typed):
    """The stored value and state, with the cell as typed, ask nothing twice."""
    first = read(typed, EXPECTED)
    stored = replace(
        typed,
        state=first.state,
        provisional=first.provisional,
        answer=first.answer,
    )

    assert read(stored, EXPECTED) == first


@given(TYPED, TYPED)
def test_a_state_gives_way_only_to_a_new_cell_below_it(typed, shown):
    result = settled(typed, shown)

    if result != typed:
        assert (result.cell, result.state) == (typed.cell, "")
        assert typed.state == shown.state
        assert (typed.cell, typed.answer) != (shown.cell, shown.answer)


@pytest.mark.parametrize(
    ("typed", "value", "state"),
    [
        (Typed("９４０人"), Decimal(940), ""),
        (Typed("", "suppressed"), None, "suppressed"),
        (Typed("-", "not_applicable"), None, "not_applicable"),
        (Typed("-", answer="0"), Decimal(0), ""),
        (Typed("○", "undecided"), None, "undecided"),
        (Typed("未集計", "collecting"), None, "collecting"),
    ],
    ids=["number", "select alone", "dash by select", "zero", "circle", "both agree"],
)
def test_controls_that_agree_are_taken(typed, value, state):
    reading = read(typed, EXPECTED)

    assert (reading.value, reading.state, reading.refusal) == (value, state, "")


@pytest.mark.parametrize(
    "typed",
    [
        Typed("940", "collecting"),
        Typed("集計中", "not_implemented"),
        Typed("-", "not_implemented", answer="該当なし"),
    ],
    ids=["number and state", "two states", "answer and state"],
)
def test_controls_that_disagree_are_asked_about(typed):
    reading = read(typed, EXPECTED)

    assert reading.value is None
    assert "合いません" in reading.refusal


@pytest.mark.parametrize(
    ("note", "remark", "old", "expected"),
    [
        ("", "", "", ""),
        ("3月末", "値A", "", "3月末　値A"),
        ("", "値A", "", "値A"),
        ("3月末　値A", "値A", "値A", "3月末　値A"),
        ("3月末　値A", "値B", "値A", "3月末　値B"),
        ("3月末　値A", "", "値A", "3月末"),
    ],
)
def test_a_remark_of_a_cell_stands_in_the_note_once(note, remark, old, expected):
    assert with_remark(note, remark, old) == expected

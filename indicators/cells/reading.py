"""From what was typed to what is meant, one step after the other."""

import re
from dataclasses import replace
from decimal import Decimal

from indicators.cells import marks
from indicators.cells.checks import checked
from indicators.cells.errors import (
    CellError,
    CellQuestion,
    about_words,
    question,
    refusal,
)
from indicators.cells.numbers import read_number
from indicators.cells.shapes import inexact_word, refuse_other_things, unreadable
from indicators.cells.units import cut_unit, is_unit
from indicators.cells.values import Cell, Expected
from indicators.cells.words import ALLOWED, DASHES, question_in, state_of
from plans.typed_text import is_blank, one_form, refuse_rubbish

# As many as the database keeps of what was typed.
LONGEST = 200
# Most cells are no more than this, and ten thousand of them come in one file.
_BARE = re.compile("0|[1-9][0-9]{0,11}")
_MINUS_SIGNS = f"{DASHES}△▲"


def read_cell(raw: str, expected: Expected) -> Cell:
    """What a cell means; raises CellError, or CellQuestion where it must be asked."""
    if _BARE.fullmatch(raw):
        return checked(Cell(raw, value=Decimal(raw)), expected)
    if is_blank(raw):
        return Cell(raw, state="blank")
    refuse_too_long(raw)
    text, note = _text_and_note(raw, expected)
    state = state_of(text, expected.base_unit)
    if state:
        return _in_words(state, raw, note, expected)
    choices = question_in(text, expected.kind, expected.base_unit)
    if choices:
        raise question(raw, choices)
    return _in_numbers(text, raw, note, expected)


def refuse_too_long(raw: str) -> None:
    if len(raw) > LONGEST:
        raise refusal("too_long", raw, length=f"{len(raw):,}", limit=LONGEST)


def answered(raw: str, answer: str, expected: Expected) -> Cell:
    """The cell that asked, with its answer; the question again if it was not one."""
    try:
        return read_cell(raw, expected)
    except CellQuestion as asked:
        if answer not in dict(asked.choices):
            raise
    _, note = _text_and_note(raw, expected)
    return replace(read_cell(answer, expected), raw=raw, note=note)


def _text_and_note(raw, expected):
    plain, superscript = marks.cut_superscripts(raw)
    refuse_rubbish(marks.without_powers(plain), error=CellError)
    text = one_form(plain)
    # *** is a word, though its stars look like footnotes.
    if state_of(text, expected.base_unit):
        return text, superscript
    text, footnotes = marks.cut_footnotes(text)
    return text, superscript + footnotes


def _in_words(state, raw, note, expected):
    if state not in ALLOWED[expected.kind]:
        raise refusal("word_not_here", raw, **about_words(expected.kind))
    return Cell(raw, state=state, note=note)


def _in_numbers(text, raw, note, expected):
    refuse_other_things(text, raw, expected)
    bare, qualifiers, provisional = marks.cut_qualifiers(text)
    is_negative = bare[:1] in tuple(_MINUS_SIGNS)
    number, unit = cut_unit(bare[is_negative:].lstrip(), expected)
    word = inexact_word(unit) if unit != expected.base_unit else ""
    if number and word:
        raise refusal("inexact", raw, word=word)
    if not number or not is_unit(unit, expected):
        raise unreadable(text, raw, expected)
    value = read_number(number, raw)
    cell = Cell(
        raw,
        value=-value if is_negative and value else value,
        unit=unit,
        provisional=provisional,
        qualifiers=qualifiers,
        note=note,
    )
    return checked(cell, expected)

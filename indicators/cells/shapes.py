"""What looks like a number and is another thing: dates, formulas, (5), 十二."""

import re

from indicators.cells.errors import CellError, about_words, refusal
from indicators.cells.values import Expected
from indicators.cells.words import word_within
from plans.typed_text import KANJI_DIGITS
from plans.written_years import YearError, read_year

_SHAPES = (
    ("formula", re.compile("=.*")),
    ("formula_error", re.compile("#(?:N/A|[A-Z0-9/]+[!?])|#+", re.IGNORECASE)),
    ("in_brackets", re.compile(r"[(\[][0-9.,]+.{0,10}[)\]]")),
    ("exponent", re.compile("[^0-9]?[0-9.,]+E[+-]?[0-9]+", re.IGNORECASE)),
    ("plus", re.compile("[+±].*")),
    ("kanji_digits", re.compile(f"[{KANJI_DIGITS}〇百千万億数]+.{{0,10}}")),
    ("date", re.compile("[0-9]{1,2}月[0-9]{1,2}日")),
)
_INEXACT = ("未満", "超", "以内", "前後", "ほど", "くらい", "ぐらい", "弱", "強", "余")
_INEXACT += ("増", "減", "増加", "減少", "倍", "割", "ポイント")


def refuse_other_things(text: str, raw: str, expected: Expected) -> None:
    """Refuse a cell that is no number at all, by the name of what it is."""
    for code, shape in _SHAPES:
        if shape.fullmatch(text):
            raise refusal(code, raw)
    if re.fullmatch("[0-9]{1,2}月末?", text) and expected.base_unit != "月":
        raise refusal("date", raw)
    if not re.fullmatch("[0-9]+", text):
        _refuse_a_year(text, raw)


def _refuse_a_year(text, raw):
    try:
        written = read_year(re.sub("(?:現在|時点|末)$", "", text))
    except YearError:
        return
    is_date = written.doubt and written.doubt.code == "date"
    raise refusal("date" if is_date else "year", raw)


def unreadable(text: str, raw: str, expected: Expected) -> CellError:
    """The refusal of what is left, after a number or without one."""
    word = word_within(text)
    if word:
        return refusal("word_and_more", raw, word=word)
    if len(re.findall("[0-9]+(?:[,.][0-9]+)*", text)) > 1:
        return refusal("two_numbers", raw)
    if re.search(r"[0-9].*[(\[]", text):
        return refusal("brackets", raw)
    return refusal("unreadable", raw, **about_words(expected.kind))


def inexact_word(unit: str) -> str:
    """The word that makes a unit something else than a unit: 人未満, ポイント."""
    return next((word for word in _INEXACT if unit.endswith(word)), "")

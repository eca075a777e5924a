"""Cells of the sheet that hold no number: yes or no, a state, words, a rating. Pure."""

import re

from indicators.cells.words import ALLOWED, LABELS, state_of
from indicators.sheets.columns import NO, YES, Column
from indicators.sheets.planned import PlannedRow
from plans.tables import Mark
from plans.typed_text import one_form, quoted

_YES = {YES, "○", "〇", "◯", "✓", "レ", "有", "YES", "TRUE", "1"}
_NO = {NO, "×", "無", "NO", "FALSE", "0"}
NUMBER = "数値"
# Controls but for line breaks and tabs, and halves of characters.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_STATES = "・".join(LABELS[state] for state in ALLOWED["actual"])


def take_formulas(planned: PlannedRow, columns) -> None:
    """Say where a formula's result is used; refuse one that was never calculated."""
    row = planned.row
    for column in columns if row.marks else ():
        typed = row.cells.get(column.key, "")
        if row.has(column.key, Mark.NO_RESULT):
            planned.refuse(
                column.heading,
                "計算式",
                "計算式の結果が保存されていません。Excelで開いて保存し直すか、"
                "計算した結果を入力してください。",
            )
        elif row.has(column.key, Mark.FORMULA) and column.is_input:
            planned.said.append(
                f"「{column.heading}」は計算式です。結果の{quoted(typed)}を使います。"
            )


def yes_or_no(planned: PlannedRow, column: Column) -> bool | None:
    """True, False, or None where nothing was said."""
    typed = planned.row.cells.get(column.key, "")
    word = one_form(typed).upper()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    planned.refuse(
        column.heading,
        typed,
        f"{quoted(typed)}は読めません。「{YES}」か「{NO}」と書いてください。",
    )
    return None


def value_state(planned: PlannedRow, column: Column) -> str:
    """The state that a word means; empty for none and for 数値."""
    typed = planned.row.cells.get(column.key, "")
    word = one_form(typed)
    if word in ("", NUMBER):
        return ""
    state = state_of(word, "")
    if state in ALLOWED["actual"]:
        return state
    planned.refuse(
        column.heading,
        typed,
        f"{quoted(typed)}は使えません。{_STATES}のどれかを書いてください。",
    )
    return ""


def words(planned: PlannedRow, column: Column) -> str | None:
    """What is said in words, as it was typed; None where nothing was."""
    typed = planned.row.cells.get(column.key)
    if not typed:
        return None
    text = re.sub(r"\r\n?", "\n", typed)
    if _HIDDEN.search(text):
        planned.refuse(
            column.heading,
            typed,
            "目に見えない文字が入っています。いちど消して、打ち直してください。",
        )
    elif len(text) > column.longest:
        planned.refuse(
            column.heading,
            typed,
            f"{column.longest:,}字までにしてください（いまは{len(text):,}字です）。",
        )
    return text


def rating(planned: PlannedRow, column: Column, choices: dict[str, str]) -> str | None:
    """A to D, by its letter, its words or both; None where nothing was said."""
    typed = planned.row.cells.get(column.key)
    if not typed:
        return None
    squeezed = one_form(typed).replace(" ", "").replace(":", "")
    for letter, word in choices.items():
        if squeezed.upper() == letter or squeezed in (word, f"{letter}{word}"):
            return letter
    known = "、".join(f"{letter}（{word}）" for letter, word in choices.items())
    planned.refuse(
        column.heading,
        typed,
        f"{quoted(typed)}は評価として読めません。{known}のどれかを書いてください。",
    )
    return None

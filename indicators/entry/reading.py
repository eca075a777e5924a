"""What the controls of one figure say together: a number, a state, or a question.

Pure. The box is read by `indicators.cells`; here it meets the select beside it, so that
a number and 集計中 at once are asked about and never settled in silence.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.cells import CellError, CellQuestion, Doubt, Expected, answered
from indicators.cells import read_cell as read_box
from indicators.cells.values import Cell
from indicators.cells.words import LABELS
from plans.typed_text import quoted


@dataclass(frozen=True)
class Typed:
    """The controls of a figure; `answer` is the one to the question of a lone dash."""

    cell: str = ""
    state: str = ""
    provisional: bool = False
    answer: str = ""


@dataclass(frozen=True)
class Reading:
    """What was understood: a value or a state, or neither and a `refusal`.

    `choices` are the answers to a question, still open where there is a refusal.
    `remark` is what the box said beside its number: it belongs into the public note.
    """

    value: Decimal | None = None
    state: str = ""
    provisional: bool = False
    said: str = ""
    remark: str = ""
    refusal: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.state and not self.refusal


def settled(typed: Typed, shown: Typed) -> Typed:
    """What was typed, without a state that was only left standing beside a new number.

    Whoever types 940 over last week's 集計中 need not change the select as well.
    """
    is_left_standing = typed.state == shown.state
    is_new = (typed.cell, typed.answer) != (shown.cell, shown.answer)
    if is_left_standing and is_new and typed.cell.strip():
        return replace(typed, state="")
    return typed


def read(typed: Typed, expected: Expected) -> Reading:
    """The controls as one answer; never raises."""
    if not typed.cell and not typed.state:
        return Reading()
    try:
        return _agreed(typed, read_box(typed.cell, expected))
    except CellQuestion as asked:
        return _asked(typed, asked, expected)
    except CellError as refused:
        return _refused(typed, refused.sentence)


def _asked(typed, asked, expected):
    answers = dict(asked.choices)
    wanted = (typed.answer, LABELS.get(typed.state, ""))
    answer = next((word for word in wanted if word in answers), "")
    if not answer:
        return replace(_refused(typed, asked.sentence), choices=asked.choices)
    reading = _agreed(typed, answered(typed.cell, answer, expected))
    return replace(reading, choices=asked.choices, answer=answer)


def _agreed(typed: Typed, cell: Cell) -> Reading:
    """The cell, unless the select says another thing."""
    if cell.is_blank:
        said = _taken_as(LABELS[typed.state]) if typed.state else ""
        return Reading(state=typed.state, said=said)
    if typed.state and typed.state != cell.state:
        return _refused(typed, _both(typed))
    return Reading(
        value=cell.value,
        state=cell.state,
        provisional=(typed.provisional or cell.provisional) and not cell.state,
        said=cell.understood(),
        remark=_remark(cell),
        doubts=cell.warnings,
    )


def _refused(typed, sentence):
    return Reading(state=typed.state, provisional=typed.provisional, refusal=sentence)


def _both(typed):
    cell, word = quoted(typed.cell), f"「{LABELS[typed.state]}」"
    return (
        f"値の欄の{cell}と、値の状態の{word}が合いません。"
        f"数で答えるときは、値の状態を「数値」にしてください。"
        f"{word}と答えるときは、値の欄を空にしてください。"
    )


def _taken_as(words):
    return f"{words}として受け付けます。"


def _remark(cell: Cell) -> str:
    """約, 延べ and ※1 in words, since the stored number has no room for them."""
    if not (cell.qualifiers or cell.note):
        return ""
    words = cell.understood().removesuffix(_taken_as("")).removeprefix("速報の")
    return f"記入された値：{words}"


def with_remark(note: str, remark: str, old_remark: str) -> str:
    """The note with the remark once, and without that of a cell that was replaced."""
    if old_remark and old_remark != remark:
        note = note.replace(old_remark, "").strip()
    if not remark or remark in note:
        return note
    return f"{note}　{remark}" if note else remark

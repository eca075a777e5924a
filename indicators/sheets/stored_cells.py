"""What is stored, as it stands in the cells of a sheet: for download and to compare."""

from indicators.entry.known import shown_text
from indicators.models import Observation
from indicators.sheets.columns import NO, YES
from initiatives.models import Answer, Review
from plans.tables.cp932 import cp932_text


def cells_of(answer: Answer | None) -> dict[str, str]:
    """The input cells of an answer, as it was typed; empty ones are left out."""
    if answer is None:
        return {}
    cells = _review(answer) if isinstance(answer, Review) else _figure(answer)
    return {key: text for key, text in cells.items() if text}


def _figure(answer: Observation):
    return {
        "value": shown_text(answer),
        "state": answer.get_value_state_display(),
        "provisional": YES if answer.provisional else "",
        "break_in_series": YES if answer.break_in_series else "",
        "note": answer.note,
        "reason": answer.reason,
        "correction_reason": answer.correction_reason,
    }


def _review(answer: Review):
    return {"rating": answer.rating, "comment": answer.comment}


def says_the_same(typed: dict[str, str], stored: dict[str, str]) -> bool:
    """Whether each cell that was filled in says what is stored already."""
    return bool(stored) and all(
        is_same_text(text, stored.get(key, ""))
        for key, text in typed.items()
        if not (text == NO and key not in stored)
    )


def is_same_text(typed: str | bool, stored: str | bool) -> bool:
    """Whether both say one thing.

    A file in CP932, or one that went through Excel, spells some characters otherwise.
    """
    return _plain(typed) == _plain(stored)


def _plain(text):
    if isinstance(text, bool):
        return text
    return cp932_text(text.replace("\r\n", "\n")).strip()

"""What a file says, whatever program made it."""

from dataclasses import dataclass, field
from enum import Enum


class FileError(ValueError):
    """The file cannot be read; the message is one sentence that says what to do."""


class Mark(Enum):
    """What a cell of Excel is besides its text."""

    FORMULA = "formula"  # its text is the stored result
    NO_RESULT = "no_result"  # a formula that was never calculated; its text is ""
    ERROR = "error"  # #REF! and the like
    DATE = "date"  # its text is 2026-03-31
    PERCENT = "percent"  # its text is as shown: 0.302 formatted as % is 30.2
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Table:
    """One sheet of a workbook, or a CSV file, which has no sheet name.

    `rows[0]` is row 1 as Excel counts; empty rows stay, cells are not stripped of
    meaning: "" is an empty cell. `marks` are by (row, column), both from 0. `notices`
    say what was not read, in sentences.
    """

    sheet: str
    rows: list[tuple[str, ...]]
    marks: dict[tuple[int, int], frozenset[Mark]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

"""What a row of a file would do: nothing, store, change, or be refused."""

from dataclasses import dataclass, field

from indicators.sheets.asked import AskedItem
from indicators.sheets.content import SheetRow
from initiatives.models import Answer
from plans.typed_text import Doubt

NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "error"
KINDS = {WRONG: "エラー", NEW: "新規", CHANGED: "変更", UNCHANGED: "変更なし"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why a cell is not taken: its column, what was typed, what to do."""

    heading: str
    typed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    heading: str
    old: str
    new: str


@dataclass(slots=True)
class PlannedRow:
    """`answer` is the record as it will be stored; None where nothing will be.

    `said` are sentences that need no look. `is_moved`: what is stored changed after
    the file was taken in.
    """

    row: SheetRow
    code: str = ""
    item: AskedItem | None = None
    stored: Answer | None = None
    answer: Answer | None = None
    changes: list[Change] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    is_moved: bool = False

    @property
    def kind(self) -> str:
        if self.mistakes:
            return WRONG
        if not self.changes:
            return UNCHANGED
        return NEW if self.stored is None else CHANGED

    @property
    def is_stored(self) -> bool:
        """Whether confirming the file stores something of the row."""
        return bool(self.changes) and not self.mistakes

    def refuse(self, heading: str, typed: str, sentence: str) -> None:
        self.mistakes.append(Mistake(heading, typed, sentence))

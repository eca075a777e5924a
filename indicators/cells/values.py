"""What a cell is for, and what was understood of it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from indicators.cells.words import LABELS
from indicators.figures import number_text
from indicators.units import split_unit
from plans.decimals import decimal_places
from plans.typed_text import Doubt

# Said before the number; every other qualifier is said after it.
BEFORE_THE_NUMBER = ("約", "延べ")


@dataclass(frozen=True)
class Expected:
    """What a cell is for: the unit as printed (人／年), the decimals, the kind.

    `is_percent_formatted`: a spreadsheet shows this number as percent, so that its
    0.125 means 12.5 %.
    """

    unit: str = ""
    decimals: int = 0
    measure_type: str = ""
    kind: Literal["actual", "baseline", "goal"] = "actual"
    is_percent_formatted: bool = False

    @property
    def is_ratio(self) -> bool:
        return self.measure_type == "ratio"

    @property
    def base_unit(self) -> str:
        return split_unit(self.unit)[0]


@dataclass(frozen=True)
class Cell:
    """One cell: `raw` as typed, and a number or a state that says why there is none.

    `state` is empty for a number, "blank" where nothing was typed (never a 0),
    "no_baseline" for a baseline that does not exist yet, else a value state of
    Observation. `unit` is the expected one without its period or, in doubt, the typed
    one; `note` holds footnote marks (※1), whose text stands elsewhere.
    """

    raw: str
    value: Decimal | None = None
    state: str = ""
    unit: str = ""
    provisional: bool = False
    qualifiers: tuple[str, ...] = ()
    note: str = ""
    warnings: tuple[Doubt, ...] = ()

    @property
    def is_blank(self) -> bool:
        return self.state == "blank"

    @property
    def needs_reason(self) -> bool:
        return self.state in ("not_implemented", "discontinued")

    @property
    def is_unit_in_doubt(self) -> bool:
        return any(doubt.code == "unit" for doubt in self.warnings)

    def understood(self) -> str:
        """The cell read back in one sentence: 速報の790人として受け付けます。"""
        if self.is_blank:
            return "空欄です。登録済みの値は変わりません。"
        return f"{self._in_words()}として受け付けます。"

    def _in_words(self) -> str:
        if self.state:
            words = LABELS[self.state]
        else:
            number = number_text(self.value, decimal_places(self.value))
            before = "".join(q for q in self.qualifiers if q in BEFORE_THE_NUMBER)
            after = "".join(q for q in self.qualifiers if q not in BEFORE_THE_NUMBER)
            words = f"{before}{number}{self.unit}{after}"
        note = f"（{self.note}）" if self.note else ""
        return f"{'速報の' if self.provisional else ''}{words}{note}"

"""A table as it is to be written: what its columns are, and its rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

# None and "" are empty cells; a str is always a text cell, never a formula.
Value = str | int | Decimal | None

# What a person types stays as typed: 001 keeps its zeros, 1-2 does not become a date.
TEXT = "@"
GENERAL = "General"


@dataclass(frozen=True)
class Column:
    """`width` counts half-width characters; `number_format` is Excel's.

    A sheet with a locked column is protected (without a password), and only its other
    columns can be typed into. `choices` makes a drop-down list that refuses all else.
    `note` is shown at the heading. `is_number`: -5 is a number here, not a formula.
    """

    heading: str
    width: int = 12
    number_format: str = TEXT
    is_number: bool = False
    is_locked: bool = False
    choices: tuple[str, ...] = ()
    note: str = ""
    wraps: bool = True


@dataclass(frozen=True)
class Sheet:
    """One sheet. `notes` are by (row, column) of `rows`, both from 0."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)

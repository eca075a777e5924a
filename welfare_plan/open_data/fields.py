"""What a table of the open data is: its fields, its keys, and its rows. Pure.

    field.name   ASCII, the heading of a column, never changed once published
    field.label  the same in Japanese

A row is a tuple in the order of the fields; None and "" are an empty cell.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["string", "integer", "number", "boolean", "date", "datetime", "url"]


@dataclass(frozen=True)
class Field:
    """One column. `codes` names the code list that its values are from.

    `required`: no row leaves it empty. `unit` is that of every number in the column,
    where there is one for all.
    """

    name: str
    label: str
    kind: Kind = "string"
    description: str = ""
    required: bool = False
    codes: str = ""
    unit: str = ""


@dataclass(frozen=True)
class ForeignKey:
    """The fields name a row of another table by the fields `target` there."""

    fields: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table. `rows` gives those of a scope, in an order that never changes.

    They are read from the database while they are asked for, never all at once.
    """

    name: str
    label: str
    description: str
    fields: tuple[Field, ...]
    rows: Callable[[Any], Iterable[tuple]]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

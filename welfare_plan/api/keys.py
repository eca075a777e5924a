"""Paging by keys: each page goes on after the last record of the one before.

A cursor is the key of a record, such as kashiwa/1-1/2025. Keys never change, so that a
record that is added, moved or removed meanwhile neither repeats nor hides another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Collate

from plans.among_few import AmongFew
from welfare_plan.open_data.columns import Column, StoredTable

SLUG = "[-a-zA-Z0-9_]{1,50}"
YEAR = "[0-9]{1,9}"
WORD = "[a-z_]{1,50}"
PART_ID = f"{SLUG}/[-_0-9A-Za-z.]{{1,50}}"


@dataclass(frozen=True)
class Key:
    """The columns that tell the records of a list apart, and the order of the list."""

    columns: tuple[Column, ...]

    @property
    def paths(self) -> list[str]:
        return [path for each in self.columns for path in each.paths]

    @property
    def pattern(self) -> str:
        return "/".join(map(_pattern, self.columns))

    def cursor(self, record: dict) -> str:
        return "/".join(str(record[each.field.name]) for each in self.columns)

    def page(self, rows: QuerySet, cursor: str | None, size: int) -> QuerySet:
        """The records after the cursor, and one more if there is any; one query.

        The keys are chosen first: what else a record says is read for the page alone.
        """
        values = self._values(cursor) if cursor else ()
        pairs = zip(self.paths, self._are_numbers(), strict=True)
        sorts = [
            F(path) if is_number else by_letters(path) for path, is_number in pairs
        ]
        return page_of(rows, rows, sorts, values, size)

    def _are_numbers(self):
        return [
            each.field.kind == "integer" for each in self.columns for _ in each.paths
        ]

    def _values(self, cursor):
        texts = cursor.split("/")
        pairs = zip(texts, self._are_numbers(), strict=True)
        return [int(text) if is_number else text for text, is_number in pairs]


def key_of(table: StoredTable) -> Key:
    by_name = {each.field.name: each for each in table.columns}
    return Key(tuple(by_name[name] for name in table.primary_key))


def _pattern(column):
    if column.field.kind == "integer":
        return YEAR
    if column.field.codes:
        return WORD
    return PART_ID if len(column.paths) > 1 else SLUG


def by_letters(path: str) -> Collate:
    """Texts in the order of their bytes: databases have orders of their own."""
    return Collate(F(path), "C" if connection.vendor == "postgresql" else "BINARY")


def page_of(
    rows: QuerySet, read: QuerySet, sorts: Sequence, values: Sequence, size: int
) -> QuerySet:
    """Rows in the order of the expressions `sorts`, those after the values; one more
    than `size`. Without values it is the first page.

    They are chosen first, and then read as `read` says: what else a record says is
    looked at for the page alone.
    """
    names = [f"key_{number}" for number in range(len(sorts))]
    by_name = dict(zip(names, sorts, strict=True))
    chosen = rows.alias(**by_name)
    if values:
        chosen = chosen.filter(_after(names, values))
    chosen = chosen.order_by(*names).values("pk")[: size + 1]
    return read.alias(**by_name).filter(AmongFew(F("pk"), chosen)).order_by(*names)


def _after(names: Sequence[str], values: Sequence) -> Q:
    """(a, b) after (x, y): a > x, or a = x and b > y; a >= x helps an index."""
    found, same = Q(), Q()
    for name, value in zip(names, values, strict=True):
        found |= same & Q(**{f"{name}__gt": value})
        same &= Q(**{name: value})
    return Q(**{f"{names[0]}__gte": values[0]}) & found

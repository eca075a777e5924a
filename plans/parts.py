"""Fetches the rows of one page in one query, whatever tables they come from.

    @prepared
    def _parts(plan: int):
        return union_of(
            part("section", Section.objects.filter(plan=plan), heading="heading"),
            part("term", GlossaryTerm.objects.filter(plan=plan), term="term"),
        )

    parts = by_kind(_parts(plan=plan.pk))
    parts["section"]  # [{"code": "purpose", "heading": "計画の目的"}, ...]

Rows come as plain dictionaries in the order of their position. Values travel as JSON:
texts, whole numbers and truth values only, never decimals, which would turn into
floats on the way.
"""

from collections import defaultdict

from django.db.models import BigIntegerField, CharField, QuerySet, Value
from django.db.models.functions import Cast, JSONObject

from plans.fields import PositionField

# One more than the largest position that a record can have.
_ROOM = PositionField.high + 1


def part(kind: str, rows: QuerySet, /, *, below=(), **columns: str) -> QuerySet:
    """One kind of row: its name on the page, where it comes from, what it shows.

    `below` holds the positions that come before the row's own, outermost first, as
    field paths or expressions: the measures of a whole plan stand below
    ("policy__position",).
    """
    return (
        rows.order_by()
        .annotate(
            part_kind=Value(kind, output_field=CharField()),
            part_position=_position(below),
            part_code=Cast("code", CharField()),
            part_row=JSONObject(code="code", **columns),
        )
        .values_list("part_kind", "part_position", "part_code", "part_row")
    )


def _position(below):
    """The positions of all levels as one number, the outermost one in front."""
    number = Value(0, output_field=BigIntegerField())
    for level in (*below, "position"):
        number = number * _ROOM + Cast(level, BigIntegerField())
    return number


def union_of(first: QuerySet, *others: QuerySet) -> QuerySet:
    """The rows of all parts as one query, each kind in its order."""
    rows = first.union(*others, all=True) if others else first
    return rows.order_by("part_kind", "part_position", "part_code")


def by_kind(rows: QuerySet) -> dict[str, list[dict]]:
    """The rows by their kind; a kind without rows is an empty list."""
    found = defaultdict(list)
    for kind, _, _, row in rows:
        found[kind].append(row)
    return found


def fetch_parts(first: QuerySet, *others: QuerySet) -> dict[str, list[dict]]:
    """The rows of parts that are not prepared."""
    return by_kind(union_of(first, *others))

"""Fetches the rows of one page in one query, whatever tables they come from.

    parts = fetch_parts(
        part("section", Section.objects.filter(plan=plan), heading="heading"),
        part("term", GlossaryTerm.objects.filter(plan=plan), term="term"),
    )
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


def fetch_parts(first: QuerySet, *others: QuerySet) -> dict[str, list[dict]]:
    """The rows of all parts by kind; a kind without rows is an empty list."""
    rows = first.union(*others, all=True) if others else first
    found = defaultdict(list)
    for kind, _, _, row in rows.order_by("part_kind", "part_position", "part_code"):
        found[kind].append(row)
    return found

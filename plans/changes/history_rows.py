"""Rows of several histories as one list, the newest first, each with the row before it.

Two queries, however many histories and rows there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import models
from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, JSONObject

from plans.compound import first_rows

CREATED, CHANGED, DELETED = "+", "~", "-"
# As JSON numbers decimals would turn into floats; days and moments have no JSON.
_AS_TEXT = (models.DecimalField, models.DateField)


@dataclass(frozen=True)
class HistoryRow:
    """One saving of a record: what it was before (None at first) and after it."""

    model: type[models.Model]
    number: int
    moment: datetime
    kind: str
    person: int | None
    reason: str
    before: models.Model | None
    after: models.Model

    @property
    def record(self) -> int:
        return self.after.pk


def columns_of(model) -> JSONObject:
    """All fields of a record as one JSON value."""
    return JSONObject(
        **{
            field.attname: Cast(field.attname, CharField())
            if isinstance(field, _AS_TEXT)
            else field.attname
            for field in model._meta.concrete_fields
        }
    )


def newest(sources: Iterable[QuerySet], start: int, count: int) -> list[HistoryRow]:
    """`count` rows after the first `start` of the given histories."""
    by_kind = {_label(rows): rows for rows in sources}
    if not by_kind:
        return []
    order = ["-history_date", "-history_id"]
    places = list(first_rows(map(_places, by_kind.values()), order, start, count))
    wanted = defaultdict(list)
    for label, _, number in places:
        wanted[label].append(number)
    found = _rows({label: by_kind[label] for label in wanted}, wanted)
    return [found[label, number] for label, _, number in places]


def _label(rows):
    return rows.model.instance_type._meta.label_lower


def _places(rows):
    kind = Value(_label(rows), output_field=CharField())
    return (
        rows.order_by()
        .annotate(row_kind=kind)
        .values_list("row_kind", "history_date", "history_id")
    )


def _joined(querysets):
    first, *others = querysets
    return first.union(*others, all=True) if others else first


def _rows(by_kind, wanted):
    if not wanted:
        return {}
    parts = [_whole(rows, wanted[label]) for label, rows in by_kind.items()]
    found = {}
    for label, number, moment, kind, person, reason, before, after in _joined(parts):
        model = by_kind[label].model.instance_type
        found[label, number] = HistoryRow(
            model=model,
            number=number,
            moment=moment,
            kind=kind,
            person=person,
            reason=reason or "",
            before=before and _record(model, before),
            after=_record(model, after),
        )
    return found


def _whole(rows, numbers):
    history = rows.model
    columns = columns_of(history.instance_type)
    previous = history.objects.filter(
        id=OuterRef("id"), history_id__lt=OuterRef("history_id")
    ).order_by("-history_id")
    return (
        history.objects.filter(history_id__in=numbers)
        .order_by()
        .annotate(
            row_kind=Value(_label(rows), output_field=CharField()),
            row_before=Subquery(previous.values(row_columns=columns)[:1]),
            row_after=columns,
        )
        .values_list(
            "row_kind",
            "history_id",
            "history_date",
            "history_type",
            "history_user_id",
            "history_change_reason",
            "row_before",
            "row_after",
        )
    )


def _record(model, columns):
    """A record as the row holds it; it is never saved."""
    values = {
        field.attname: _value(field, columns[field.attname])
        for field in model._meta.concrete_fields
    }
    return model(**values)


def _value(field, stored):
    if stored is None:
        return None
    value = field.to_python(stored)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value

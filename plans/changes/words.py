"""What a row of a history says to staff, as ready strings."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from plans.admin.conflicts.words import EMPTY, text_of
from plans.changes.differences import Piece, whole, word_differences
from plans.changes.history_rows import CREATED, DELETED, HistoryRow
from plans.changes.names import GONE, Key, name_keys, names_of, record_name
from plans.fields import FiscalYearField
from plans.fiscal_year import day_text, era_text
from plans.history_reasons import HISTORY_BEGAN
from plans.models import Plan

NOBODY = "（人の操作ではありません）"
_DONE = {CREATED: "加えました。", DELETED: "削除しました。"}
_SAME = "保存しましたが、内容は変わりませんでした。"


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: list[Piece]
    after: list[Piece]


@dataclass(frozen=True)
class Change:
    """One saving of one record; `said` stands where no field is told."""

    moment: str
    person: str
    kind: str
    name: str
    plan: str
    said: str
    reason: str
    fields: list[FieldChange]
    model: type
    record: int

    @property
    def lines(self) -> int:
        return max(len(self.fields), 1)


def changes_in_words(rows: list[HistoryRow], people) -> list[Change]:
    """The rows in words; one query for all names. `people` is the model of persons."""
    compared = [(row, _changed_fields(row)) for row in rows]
    keys = {key for row, fields in compared for key in _keys(row, fields, people)}
    names = names_of(keys)
    return [_change(row, fields, names, people) for row, fields in compared]


def _changed_fields(row):
    """The fields to tell: those that differ, or those that say something."""
    if row.reason == HISTORY_BEGAN:
        return []
    fields = [f for f in row.model._meta.concrete_fields if not f.primary_key]
    if row.kind == DELETED or row.before is None:
        return [f for f in fields if _is_said(row.after, f)]
    return [
        field
        for field in fields
        if getattr(row.before, field.attname) != getattr(row.after, field.attname)
    ]


def _is_said(record, field) -> bool:
    """Whether a field of a new record holds more than it would by itself."""
    value = getattr(record, field.attname)
    return value not in (None, "") and value != field.get_default()


def _keys(row, fields, people):
    if row.person:
        yield people, row.person
    yield from name_keys(row.after)
    if plan := getattr(row.after, "plan_id", None):
        yield Plan, plan
    for field in fields:
        for record in (row.before, row.after):
            if field.is_relation and record and getattr(record, field.attname):
                yield field.related_model, getattr(record, field.attname)


def _change(row: HistoryRow, fields, names: dict[Key, str], people) -> Change:
    return Change(
        moment=moment_text(row.moment),
        person=names.get((people, row.person), NOBODY),
        kind=str(row.model._meta.verbose_name),
        name=record_name(row.after, names),
        plan=names.get((Plan, getattr(row.after, "plan_id", None)), ""),
        said=_said(row, fields),
        reason=row.reason,
        fields=[_field_change(row, field, names) for field in fields],
        model=row.model,
        record=row.record,
    )


def _said(row, fields):
    if row.reason == HISTORY_BEGAN:
        return ""
    return _DONE.get(row.kind, "" if fields else _SAME)


def _field_change(row, field, names):
    new = _text(row.after, field, names)
    if row.kind == DELETED:
        return FieldChange(str(field.verbose_name), whole(new), [])
    if row.before is None:
        return FieldChange(str(field.verbose_name), [], whole(new))
    old = _text(row.before, field, names)
    if field.is_relation or field.choices or EMPTY in (old, new):
        before, after = whole(old), whole(new)
    else:
        before, after = _compared(field, old, new)
    return FieldChange(str(field.verbose_name), before, after)


def _compared(field, old, new):
    if field.get_internal_type() in ("CharField", "TextField"):
        return word_differences(old, new)
    return whole(old), whole(new)


def _text(record, field, names):
    value = getattr(record, field.attname)
    if value and isinstance(value, datetime):
        return moment_text(value)
    if value and isinstance(field, FiscalYearField):
        return era_text(value)
    if not field.is_relation:
        return text_of(record, field)
    return names.get((field.related_model, value), GONE) if value else EMPTY


def moment_text(moment) -> str:
    """令和8年11月21日 12時05分."""
    local = timezone.localtime(moment)
    return f"{day_text(local.date())} {local.hour}時{local.minute:02}分"

"""Writes the rows of a confirmed file, many at once, each with its history."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from indicators.entry.confirming import confirmed_words
from indicators.models import Observation, SheetImport
from indicators.sheets.planned import PlannedRow
from indicators.sheets.refusals import Refused
from initiatives import answers
from initiatives.models import AnswerState, Review

# What a row of a file, or handing it in, can change of a stored answer.
_MOVED = (
    "state",
    "entered_by",
    "submitted_by",
    "submitted_at",
    "remark",
    "approved_by",
    "approved_at",
)
_FIELDS = {
    Observation: (
        "value",
        "value_state",
        "provisional",
        "break_in_series",
        "raw",
        "note",
        "reason",
        "correction_reason",
    ),
    Review: ("rating", "comment"),
}


def store(rows: list[PlannedRow], imported: SheetImport, *, by, hands_in) -> None:
    """Store the answers of rows whose stored records are locked."""
    now = timezone.now()
    for row in rows:
        _prepare(row, imported, by, now if hands_in else None)
    for model in (Observation, Review):
        found = [row.answer for row in rows if isinstance(row.answer, model)]
        there = [answer for answer in found if answer.pk]
        _create([answer for answer in found if answer.pk is None], model, by, now)
        _update(there, model, by, now)


def _prepare(row, imported, by, handed_in_at):
    answer = row.answer
    if row.is_stored:
        if answer.state == AnswerState.PUBLISHED:
            answers.reopen(answer, by=by)
        answer.entered_by = by
        _validate(row)
    if handed_in_at:
        answer.state, answer.remark = AnswerState.SUBMITTED, ""
        answer.submitted_by, answer.submitted_at = by, handed_in_at
    answer._change_reason = _reason(row, imported)


def _reason(row, imported):
    said = f"シートの取り込み：{imported.file_name} {row.row.number}行"
    if not row.doubts:
        return said
    return f"{confirmed_words(row.doubts)}（{said}）"


def _validate(row):
    """The fields' own rules; the rows' checks have kept those of the model.

    Relations were found in the round: looking each up again would be a query a row.
    """
    answer = row.answer
    kept = _FIELDS[type(answer)]
    others = {f.name for f in answer._meta.concrete_fields if f.name not in kept}
    try:
        answer.clean_fields(exclude=others)
    except ValidationError as error:
        raise Refused(f"{row.row.number}行目：{''.join(error.messages)}") from error


def _create(found, model, by, now):
    if found:
        bulk_create_with_history(found, model, default_user=by, default_date=now)


def _update(found, model, by, now):
    """As an insert that meets the locked row: many times faster than CASE … WHEN."""
    if not found:
        return
    model.objects.bulk_create(
        found,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*_MOVED, *_FIELDS[model]],
    )
    model.history.bulk_history_create(
        found, update=True, default_user=by, default_date=now
    )

"""The query that reads what came after a target was set: publications, goals decided
anew, interim goals. `chosen` names the targets by a query or a list of their keys.
"""

from django.db.models import (
    BooleanField,
    CharField,
    IntegerField,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from indicators.models import GoalRevision, Milestone, PublishedValue
from indicators.progress_values import Goal
from indicators.stored_terms import terms_from_json

PUBLICATION, GOAL, MILESTONE = 0, 1, 2

# What a year is judged by and said with, on every page that names a status.
_JUDGED = (
    "revision",
    "value",
    "value_state",
    "provisional",
    "break_in_series",
    "note",
    "reason",
    "status",
    "status_why",
    "sentence",
    "expected_text",
    "progress_text",
    "rule_version",
)
_IS_SAMPLE = "observation__is_sample"
# What else a target's own page tells of a publication.
_TOLD = (
    _IS_SAMPLE,
    "published_at",
    "is_correction",
    "correction_reason",
)


def later_of(chosen, *, whole: bool) -> QuerySet:
    """Rows of kind, target, year and the columns of `later_row`, in no order.

    A goal stands in the columns of a publication: its year as `revision`, its state as
    `value_state`, its unit as `note`, its text as `reason`.
    """
    published = PublishedValue.objects.filter(observation__target__in=chosen)
    milestones = Milestone.objects.filter(target__in=chosen)
    revisions = GoalRevision.objects.filter(target__in=chosen)
    return _rows(
        published,
        PUBLICATION,
        ("observation__target_id", "observation__fiscal_year"),
        (*_said(whole), *(Cast(name, TextField()) for name in _jsons(whole))),
    ).union(
        _rows(
            milestones,
            MILESTONE,
            ("target_id", "fiscal_year"),
            _as_goal(whole, value="value"),
        ),
        _rows(
            revisions,
            GOAL,
            ("target_id", "effective_from_fy"),
            _as_goal(
                whole,
                value="goal_value",
                value_state="goal_state",
                note="goal_unit",
                reason="goal_text",
                revision="goal_fiscal_year",
            ),
        ),
        all=True,
    )


def later_row(columns, *, whole: bool) -> dict:
    """A row by the names of a publication's columns; its JSON is text, but for `terms`.

    The sum and the terms come as texts: few of them are looked at, and the terms of one
    target are mostly those of all its years.
    """
    row = dict(zip((*_said(whole), *_jsons(whole)), columns, strict=True))
    if row["terms"]:
        row["terms"] = terms_from_json(row["terms"])
    return row


def goal_of(row: dict, since: int) -> Goal:
    """The goal that stands in the columns of a publication, from a fiscal year on."""
    return Goal(
        value=row["value"],
        year=row["revision"],
        unit=row["note"],
        state=row["value_state"],
        effective_from=since,
        text=row["reason"],
    )


def _said(whole):
    return (*_JUDGED, *_TOLD) if whole else _JUDGED


def _jsons(whole):
    return ("terms", "steps", "limits") if whole else ("terms", "steps")


def _rows(rows, kind, place, columns):
    number = Value(kind, output_field=IntegerField())
    return rows.order_by().values_list(number, *place, *columns)


def _as_goal(whole, **columns):
    """The columns of a publication, empty but for those that a goal has."""
    empty = [columns.get(name) or _empty(name) for name in _said(whole)]
    return (*empty, *(Value("", output_field=TextField()) for _ in _jsons(whole)))


def _empty(name):
    """Nothing, of the kind of the column: in a union PostgreSQL wants them alike."""
    field = None if name == _IS_SAMPLE else PublishedValue._meta.get_field(name)
    if field is None or isinstance(field, BooleanField):
        return Value(False, output_field=BooleanField())
    if isinstance(field, CharField | TextField):
        return Value("", output_field=type(field)())
    return Cast(Value(None), type(field)())

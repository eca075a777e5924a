"""The query that reads what came after a target was set: publications, goals decided
anew, interim goals. `chosen` names the targets by a query or a list of their keys.
"""

from django.db.models import (
    CharField,
    F,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from indicators.followed_rows import TRUE, as_text, decimal_of
from indicators.models import GoalRevision, Milestone, PublishedValue
from indicators.progress_values import Goal
from indicators.stored_terms import terms_from_json

PUBLICATION, GOAL, MILESTONE = "publication", "goal", "milestone"

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
_NO_TEXT = Value("", output_field=TextField())
_FLAGS = ("provisional", "break_in_series", "is_correction", _IS_SAMPLE)


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
        (*map(_plain, _said(whole)), *(as_text(name) for name in _jsons(whole))),
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
    target are mostly those of all its years. The sum comes with the `whole` alone.
    """
    row = dict(zip(_NAMES[whole], columns, strict=True))
    row["value"] = decimal_of(row["value"])
    for name in _FLAGS_OF[whole]:
        row[name] = row[name] in TRUE
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
    return ("terms", "steps", "limits") if whole else ("terms",)


_NAMES = {whole: (*_said(whole), *_jsons(whole)) for whole in (False, True)}
_FLAGS_OF = {
    whole: [name for name in names if name in _FLAGS] for whole, names in _NAMES.items()
}


def _rows(rows, kind, place, columns):
    named = Value(kind, output_field=TextField())
    return rows.order_by().values_list(named, *place, *columns)


def _as_goal(whole, **columns):
    """The columns of a publication, empty but for those that a goal has."""
    empty = [_own(name, columns.get(name)) or _empty(name) for name in _said(whole)]
    return (*empty, *(_NO_TEXT for _ in _jsons(whole)))


def _own(name, column):
    return as_text(column) if name == "value" and column else column


def _plain(name):
    return as_text(name) if name == "value" or name in _FLAGS else F(name)


def _empty(name):
    """Nothing, of the kind of the column: in a union PostgreSQL wants them alike."""
    if name in _FLAGS:
        return _NO_TEXT
    field = PublishedValue._meta.get_field(name)
    if name == "value" or isinstance(field, CharField | TextField):
        return _NO_TEXT
    return Cast(Value(None), type(field)())

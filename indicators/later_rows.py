"""The query that reads what came after a target was set: publications, goals decided
anew, interim goals. `chosen` names the targets by a query or a list of their keys.
"""

from typing import NamedTuple

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from indicators.followed_rows import TRUE, as_text, decimal_of
from indicators.models import GoalRevision, Milestone, PublishedValue
from indicators.progress_values import Goal
from indicators.stored_terms import terms_from_json

PUBLICATION, GOAL, MILESTONE = "publication", "goal", "milestone"


class Verdict(NamedTuple):
    """What a year is judged by and said with on every page that names a status, as the
    database gives it: numbers and truth values as texts.
    """

    revision: int
    value: str | None
    value_state: str
    provisional: str
    break_in_series: str
    status: str
    status_why: str
    sentence: str
    expected_text: str
    progress_text: str


_IS_SAMPLE = "observation__is_sample"
# What else a target's own page and the council's pack tell of a publication.
_TOLD = (
    "note",
    "reason",
    "rule_version",
    _IS_SAMPLE,
    "published_at",
    "is_correction",
    "correction_reason",
)
_NO_TEXT = Value("", output_field=TextField())
_FLAGS = ("provisional", "break_in_series", "is_correction", _IS_SAMPLE)


def later_of(chosen, *, whole: bool) -> QuerySet:
    """Rows of kind, target, year and the columns of a `LaterRow`, in no order.

    A goal stands in the columns of a publication: its year as `revision`, its state as
    `value_state`, its unit as `expected_text`, its text as `sentence`.
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
                expected_text="goal_unit",
                sentence="goal_text",
                revision="goal_fiscal_year",
            ),
        ),
        all=True,
    )


class LaterRow:
    """A row by the names of a publication's columns, each read when it is asked for.

    Of the years that a page reads it tells one or two. `terms` are `Terms`, None where
    there are none; other JSON is text. What only the `whole` has is a KeyError without.
    """

    __slots__ = ("columns", "is_whole")

    def __init__(self, columns: tuple, *, whole: bool):
        self.columns = columns
        self.is_whole = whole

    def __getitem__(self, name: str):
        found = self.columns[_PLACES[self.is_whole][name]]
        read = _READ.get(name)
        return read(found) if read else found

    @property
    def has_value(self) -> bool:
        """Whether there is a number; does not read it."""
        return bool(self.columns[_VALUE])

    @property
    def terms_as_stored(self) -> str:
        return self.columns[_PLACES[self.is_whole]["terms"]]

    @property
    def verdict(self) -> Verdict:
        """What every page tells of it, at once."""
        return Verdict._make(self.columns[: len(Verdict._fields)])


def goal_of(row: LaterRow, since: int) -> Goal:
    """The goal that stands in the columns of a publication, from a fiscal year on."""
    return Goal(
        value=row["value"],
        year=row["revision"],
        unit=row["expected_text"],
        state=row["value_state"],
        effective_from=since,
        text=row["sentence"],
    )


def _said(whole):
    return (*Verdict._fields, *_TOLD) if whole else Verdict._fields


def _jsons(whole):
    return ("terms", "steps", "limits") if whole else ("terms",)


def is_true(text: str) -> bool:
    return text in TRUE


def _terms(text):
    return terms_from_json(text) if text else None


NAMES = {whole: (*_said(whole), *_jsons(whole)) for whole in (False, True)}
_PLACES = {
    whole: {name: place for place, name in enumerate(names)}
    for whole, names in NAMES.items()
}
_VALUE = Verdict._fields.index("value")
_READ = {
    "value": decimal_of,
    "terms": _terms,
    **dict.fromkeys(_FLAGS, is_true),
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

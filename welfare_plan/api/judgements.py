"""Targets with their judgement: the one that their pages show, with its whole sum."""

import json
from datetime import date
from types import SimpleNamespace

from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery

from indicators.followed_rows import COLUMNS
from indicators.following import FollowedTarget, follow_rows
from indicators.models import PublishedValue, Target
from indicators.presenters.plan_year import year_shown
from indicators.presenters.target_years import year_of
from plans.fiscal_year import era_text, of_date
from welfare_plan.api.records import record_of, value_of
from welfare_plan.api.resources import TARGETS
from welfare_plan.open_data import frozen
from welfare_plan.open_data.columns import column, read

_LIMITS = ("k_on", "k_slight", "regress_tol")
_SETTINGS = "plan__judgement_settings__"
SOURCE = (
    column("source_id", "原典の番号", "plan__source_document__code", required=True),
    column("source_title", "原典の題名", "plan__source_document__title"),
)
# What the judging reads beside the columns of the record, in the order of _Read.
_READ = (
    *(column(f"own_{name}", "", name) for name in COLUMNS),
    column("plan_state", "", "plan__state"),
    column("period_end_fy", "", "plan__period_end_fy"),
    *(column(f"limit_{name}", "", f"{_SETTINGS}{name}") for name in _LIMITS),
    column("first_baseline", ""),
    column("newest_number", ""),
)
RECORD = (*TARGETS.table.columns, *SOURCE)


def with_years(targets: QuerySet, today: date) -> QuerySet:
    """With what tells the year that the pages of each plan show."""
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    numbers = PublishedValue.objects.filter(
        ~Exists(newer),
        observation__target__plan=OuterRef("plan"),
        observation__fiscal_year__lte=of_date(today),
        value__isnull=False,
    ).order_by("-observation__fiscal_year")
    siblings = Target.objects.filter(plan=OuterRef("plan")).order_by().values("plan")
    first = siblings.annotate(first=Min("baseline_fiscal_year")).values("first")
    return targets.annotate(
        first_baseline=Subquery(first),
        newest_number=Subquery(numbers.values("observation__fiscal_year")[:1]),
    )


def judged_records(targets: QuerySet, year: int | None, today: date) -> list[dict]:
    """The records with their judgements, in three queries.

    `year` is the year judged; None for the one that the pages of each plan show.
    """
    rows = list(read(with_years(targets, today), (*RECORD, *_READ)))
    length = len(RECORD)
    values = [dict(zip(COLUMNS, row[length:], strict=False)) for row in rows]
    followed = follow_rows(values, [each["id"] for each in values]) if rows else []
    return [
        {
            **record_of([each.field for each in RECORD], row[:length]),
            "judgement": _judgement(target, row[length + len(COLUMNS) :], year, today),
        }
        for row, target in zip(rows, followed, strict=True)
    ]


def _judgement(target: FollowedTarget, others, year, today) -> dict | None:
    """None after the period of a plan where nothing was published: no more is due."""
    state, end, *limits, first, newest = others
    plan = SimpleNamespace(state=state, period_end_fy=end)
    if None not in limits:
        pairs = zip(_LIMITS, limits, strict=True)
        plan.judgement_settings = SimpleNamespace(**dict(pairs))
    year = year or year_shown(plan, {first}, filter(None, [newest]), today)
    shown = year_of(target, plan, year, today)
    if shown.is_past_due:
        return None
    if shown.judged.is_published:
        return _published(target, shown.judged)
    return _of_now(target, shown)


def _published(target, judged):
    row = target.publications[judged.year][-1]
    limits = json.loads(row["limits"])
    return {
        **_shared(judged),
        "value": judged.value,
        "value_state": value_of(row["value_state"]),
        "provisional": judged.provisional,
        "expected_value": frozen.expected_value(judged.expected),
        "progress_pct": frozen.progress_pct(judged.progress),
        "auto_status_reason": value_of(row["status_why"]),
        "rule_version": row["rule_version"],
        "limits": {name: frozen.number(limits.get(name)) for name in _LIMITS},
        "note": value_of(judged.note),
        "reason": value_of(judged.reason),
        "revision": row["revision"],
        "published_at": value_of(row["published_at"]),
        "is_published": True,
        "sample": row["observation__is_sample"],
    }


def _of_now(target, shown):
    """What can be said of a year without a published value."""
    return {
        **_shared(shown.judged),
        "value": None,
        "value_state": None,
        "provisional": False,
        "expected_value": frozen.expected_value(shown.expected),
        "progress_pct": None,
        "auto_status_reason": None,
        "rule_version": None,
        "limits": None,
        "note": None,
        "reason": None,
        "revision": None,
        "published_at": None,
        "is_published": False,
        "sample": False,
    }


def _shared(judged):
    return {
        "fiscal_year": judged.year,
        "fiscal_year_wareki": era_text(judged.year),
        "auto_status": judged.status.value,
        "auto_status_label": judged.label.word,
        "sentence": judged.sentence,
        "steps": [
            {"title": each["title"], "sum": each["sum"]} for each in judged.steps
        ],
        "unit": value_of(judged.terms.unit_in(judged.year)),
    }

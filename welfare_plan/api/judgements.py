"""Targets with their judgement: the one that their pages show, with its whole sum."""

import json
from datetime import date
from types import SimpleNamespace

from django.db.models import QuerySet

from indicators.followed_rows import COLUMNS
from indicators.following import FollowedTarget, follow_rows
from indicators.presenters.plan_year import year_of_plan, years_parts
from indicators.presenters.target_years import year_of
from plans.fiscal_year import era_text
from plans.parts import fetch_parts
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
# What the judging reads beside the columns of the record, in the order of `_plan`.
_READ = (
    *(column(f"own_{name}", "", name) for name in COLUMNS),
    column("plan_key", "", "plan_id"),
    column("plan_state", "", "plan__state"),
    column("period_end_fy", "", "plan__period_end_fy"),
    *(column(f"limit_{name}", "", f"{_SETTINGS}{name}") for name in _LIMITS),
)
RECORD = (*TARGETS.table.columns, *SOURCE)


def judged_records(targets: QuerySet, year: int | None, today: date) -> list[dict]:
    """The records with their judgements, in two queries, three without a year.

    `year` is the year judged; None for the one that the pages of each plan show.
    """
    rows = list(read(targets, (*RECORD, *_READ)))
    length = len(RECORD)
    plans = [_plan(*row[length + len(COLUMNS) :]) for row in rows]
    # Before the values: one that comes meanwhile may not open a year it is not read in.
    years = _years(plans, year, today)
    values = [dict(zip(COLUMNS, row[length:], strict=False)) for row in rows]
    followed = follow_rows(values, [each["id"] for each in values]) if rows else []
    return [
        {
            **record_of([each.field for each in RECORD], row[:length]),
            "judgement": _judgement(target, plan, years[plan.pk], today),
        }
        for row, target, plan in zip(rows, followed, plans, strict=True)
    ]


def _plan(key, state, end, *limits):
    """What the judging asks of a plan."""
    plan = SimpleNamespace(pk=key, state=state, period_end_fy=end)
    if None not in limits:
        pairs = zip(_LIMITS, limits, strict=True)
        plan.judgement_settings = SimpleNamespace(**dict(pairs))
    return plan


def _years(plans, year, today):
    """The year judged of each plan by its key."""
    each = {plan.pk: plan for plan in plans}
    if year or not each:
        return dict.fromkeys(each, year)
    parts = fetch_parts(*years_parts(list(each)))
    return {key: year_of_plan(parts, plan, today) for key, plan in each.items()}


def _judgement(target: FollowedTarget, plan, year, today) -> dict | None:
    """None after the period of a plan where nothing was published: no more is due."""
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

"""What was published of a pack's years after the pack itself: it is listed on it."""

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from indicators.dashboards.standing import chip, short_word
from indicators.figures import figure_text
from indicators.judgement_labels import LABELS, Label
from indicators.models import CouncilReport, Observation, PublishedValue
from indicators.progress_values import Status
from plans.fiscal_year import day_text, era_text
from plans.models import Plan

_NAMES = {
    "code": F("observation__target__code"),
    "name": F("observation__target__name"),
    "goal_text": F("observation__target__goal_text"),
    "decimals": F("observation__target__decimals"),
    "goal_unit": F("observation__target__goal_unit"),
    "baseline_unit": F("observation__target__baseline_unit"),
    "year": F("observation__fiscal_year"),
}


def corrections(report: CouncilReport, plan: Plan) -> list[dict]:
    """Values of the pack's year or an earlier one, published after it; one query."""
    earlier = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision=OuterRef("revision") - 1
    )
    rows = (
        PublishedValue.objects.filter(
            observation__target__plan=plan,
            observation__fiscal_year__lte=report.fiscal_year,
            published_at__gt=report.published_at,
        )
        .annotate(
            old_value=Subquery(earlier.values("value")),
            old_state=Subquery(earlier.values("value_state")),
            **_NAMES,
        )
        .order_by("published_at", "observation__target__position", "revision")
    )
    return [_row(row, plan) for row in rows]


def _row(row, plan):
    label = LABELS[Status(row.status)]
    return {
        "url": reverse("target-detail", args=[plan.slug, row.code]),
        "title": row.name or row.goal_text,
        "year": era_text(row.year),
        "day": day_text(timezone.localdate(row.published_at)),
        "before": _text(row, row.old_value, row.old_state),
        "after": _text(row, row.value, row.value_state),
        "chip": chip(Label(short_word(label), label.symbol, label.css)),
        "reason": row.correction_reason or "この資料のあとに、はじめて公表しました。",
    }


def _text(row, value, state):
    """940人／年, the word for what is no number, or 登録なし before the first."""
    if value is not None:
        unit = row.goal_unit or row.baseline_unit
        return figure_text(value, row.decimals, unit)
    return Observation.ValueState(state).label if state else "登録なし"

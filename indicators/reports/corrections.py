"""What was published of a pack's years after the pack itself: it is listed on it."""

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from indicators.dashboards.standing import chip, short_word
from indicators.figures import figure_text
from indicators.judgement_labels import LABELS, Label
from indicators.judgement_words import actual_unit
from indicators.models import CouncilReport, Observation, PublishedValue
from indicators.progress_values import Status
from indicators.reports.later_rows import FIRST, UNKNOWN
from indicators.reports.later_words import later_words
from indicators.reports.withdrawn import WITHDRAWN, withdrawn_values
from indicators.stored_terms import stored_terms
from plans.fiscal_year import day_text, era_text
from plans.models import Plan

_COMPLETED = "集計中や速報としていた値のあとに、公表しました。"


def later_values(report: CouncilReport, plan: Plan) -> list[PublishedValue]:
    """Values of the pack's year or an earlier one, published after it; one query."""
    earlier = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision=OuterRef("revision") - 1
    )
    rows = PublishedValue.objects.filter(
        observation__target__plan=plan,
        observation__fiscal_year__lte=report.fiscal_year,
        published_at__gt=report.published_at,
    ).annotate(
        old_value=Subquery(earlier.values("value")),
        old_state=Subquery(earlier.values("value_state")),
        old_terms=Subquery(earlier.values("terms")),
        target=F("observation__target"),
        code=F("observation__target__code"),
        name=F("observation__target__name"),
        goal_text=F("observation__target__goal_text"),
        year=F("observation__fiscal_year"),
    )
    return list(
        rows.order_by("published_at", "observation__target__position", "revision")
    )


def corrections(
    report: CouncilReport, plan: Plan, later: list[PublishedValue] | None = None
) -> list[dict]:
    """Values, reviews, opinions and survey results after the pack, oldest first.

    `later` are the `later_values`, where the page has read them already.
    """
    later = later_values(report, plan) if later is None else later
    withdrawn = withdrawn_values(later)
    rows = [
        _row(row, plan, withdrawn.get(row.target, {}).get(row.year, 0)) for row in later
    ]
    rows += later_words(report, plan)
    rows.sort(key=lambda row: row.pop("date"))
    return rows


def _row(row, plan, withheld):
    """`withheld` is the revision before which the value's numbers are withdrawn."""
    label = LABELS[Status(row.status)]
    is_hidden = row.revision < withheld
    day = timezone.localdate(row.published_at)
    return {
        "url": reverse("target-detail", args=[plan.slug, row.code]),
        "title": row.name or row.goal_text,
        "year": era_text(row.year),
        "date": day.isoformat(),
        "day": day_text(day),
        "before": _text(
            row.year,
            row.old_value,
            row.old_state,
            row.old_terms,
            row.revision - 1 < withheld,
        ),
        "after": _text(row.year, row.value, row.value_state, row.terms, is_hidden),
        "chip": chip(Label(short_word(label), label.symbol, label.css)),
        "reason": _reason(row, is_hidden),
    }


def _reason(row, is_hidden):
    """Why; the reason for a number that is withdrawn may repeat it, and goes too."""
    if not row.correction_reason:
        return FIRST if row.revision == 1 else _COMPLETED
    return WITHDRAWN if is_hidden else row.correction_reason


def _text(year, value, state, terms, is_hidden):
    """940人／年, the word for what is no number, or 登録なし before the first."""
    if state:
        return Observation.ValueState(state).label
    if value is None:
        return UNKNOWN
    if is_hidden:
        return WITHDRAWN
    held = stored_terms(terms)
    return figure_text(value, held.decimals, actual_unit(held, year))

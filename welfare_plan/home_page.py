"""The front page: which plans there are, of whom, for when, and where they stand."""

from collections import defaultdict

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from indicators.dashboards.headlines import headlines
from indicators.models import Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan, Theme
from plans.presenters import period_over_text, period_text, plan_name
from welfare_plan.cities.prefecture_pages import places_to_choose

# With more plans than this a reader chooses a place first.
MOST_PLANS = 30
_WITH_NUMBERS = (Target.GoalState.SET, Target.GoalState.UNDECIDED)


def home_page(today) -> dict:
    """Themes as ways in, then the plans, or, where there are many, the prefectures;
    three queries."""
    plans = list(_plans()[: MOST_PLANS + 1])
    shown = {"themes": _themes(), "is_by_place": len(plans) > MOST_PLANS}
    if shown["is_by_place"]:
        return {**shown, **places_to_choose()}
    return {
        **shown,
        "plans": _rows(plans, today),
        "bodies": _bodies(plans),
    }


def _themes():
    return [
        {"name": theme.name, "url": theme.get_absolute_url()}
        for theme in Theme.objects.all()
    ]


def _plans():
    return (
        Plan.objects.public()
        .select_related("publisher")
        .annotate(
            policy_count=_count(BasicPolicy),
            measure_count=_count(Measure, label__gt=""),
            initiative_count=_count(Initiative),
            target_count=_count(Target),
            goal_count=goal_count(),
        )
    )


def _rows(plans, today):
    """Every plan, related ones under the one they belong to."""
    sentences = headlines(plans, today)
    rows, related = [], defaultdict(list)
    for plan in plans:
        row = _plan_row(plan, today)
        row["progress"] = sentences.get(plan.pk) or still_to_come(
            plan, row["period_over"]
        )
        if plan.parent_id:
            related[plan.parent_id].append(row)
        else:
            rows.append((plan.pk, row))
    return [{**row, "related": related.pop(pk, [])} for pk, row in rows] + [
        row for orphans in related.values() for row in orphans
    ]


def _bodies(plans):
    """Who published the plans, in their order, each with its own page."""
    publishers = {plan.publisher: None for plan in plans if plan.publisher}
    return [{"name": body.name, "url": body.get_absolute_url()} for body in publishers]


def still_to_come(plan, period_over: str) -> str:
    """Before the first value; nothing of a plan without numbers or one that ended.

    The plan comes with its `goal_count`.
    """
    if not plan.goal_count or period_over:
        return ""
    return "実績の公表はこれからです。"


def goal_count():
    """How many goals of a plan are in numbers, to be annotated."""
    return _count(Target, goal_state__in=_WITH_NUMBERS)


def _count(model, **only):
    """How many records of a model each plan has, without joining them all."""
    counts = model.objects.filter(plan=OuterRef("pk"), **only).order_by().values("plan")
    return Coalesce(Subquery(counts.annotate(n=Count("pk")).values("n")), 0)


def _known(*texts):
    return "・".join(filter(None, texts))


def _has_period(plan):
    return plan.period_start_fy or plan.period_end_fy


def _plan_row(plan, today):
    counts = (
        (plan.policy_count, plan.level1_label),
        (plan.measure_count, plan.level2_label),
        (plan.initiative_count, plan.level3_label),
        (plan.target_count, plan.target_label),
    )
    return {
        "name": plan_name(plan),
        "is_working_title": not plan.title,
        "url": plan.get_absolute_url(),
        "dashboard_url": reverse("plan-dashboard", args=[plan.slug]),
        "whose": _known(
            plan.publisher and plan.publisher.name or plan.area_name,
            plan.get_kind_display(),
        ),
        "period": period_text(plan) if _has_period(plan) else "",
        "period_over": period_over_text(plan, today),
        "counts": "、".join(f"{label}{count}件" for count, label in counts if count),
    }

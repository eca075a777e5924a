"""One sentence a plan on where its targets stand, for a page of many plans."""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, Min, OuterRef, Subquery

from indicators.dashboards.verdict import of_judged
from indicators.judgement_labels import JUDGED
from indicators.models import PublishedValue, Target
from indicators.presenters.plan_year import year_shown
from indicators.progress_values import Status
from plans.fiscal_year import era_text

_PLAN, _YEAR = "observation__target__plan", "observation__fiscal_year"


def headlines(plans, today) -> dict[int, str]:
    """The verdict of each plan's own year by the plan's key; one query.

    Plans without a published number in such a year are not among them.
    """
    found = defaultdict(list)
    for row in _counted(plans):
        found[row[_PLAN]].append(row)
    sentences = {
        plan.pk: _headline(plan, found[plan.pk], today)
        for plan in plans
        if plan.pk in found
    }
    return {key: text for key, text in sentences.items() if text}


def _headline(plan, rows, today):
    numbered = {row[_YEAR] for row in rows if row["numbers"]}
    year = year_shown(plan, {row["first"] for row in rows}, numbered, today)
    if year not in numbered:
        return ""
    states = Counter()
    for row in rows:
        if row[_YEAR] == year:
            states[Status(row["status"])] += row["count"]
    judged = [status for status in states.elements() if status in JUDGED]
    if not judged:
        return f"{era_text(year)}に判定できた目標はありません。"
    return f"{era_text(year)}に{''.join(of_judged(judged))}"


def _counted(plans):
    """How many targets have each status in each year, by their newest form."""
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    first = Target.objects.filter(plan=OuterRef(_PLAN)).order_by().values("plan")
    first = first.annotate(first=Min("baseline_fiscal_year")).values("first")
    rows = PublishedValue.objects.filter(
        ~Exists(newer), observation__target__plan__in=[plan.pk for plan in plans]
    )
    return (
        rows.order_by()
        .annotate(first=Subquery(first))
        .values(_PLAN, _YEAR, "status", "first")
        .annotate(count=Count("pk"), numbers=Count("value"))
    )

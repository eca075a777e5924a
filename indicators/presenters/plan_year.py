"""The one year that every page of a plan shows.

The rule itself is in `year_shown`; a page that reads only some targets asks for
`year_part` beside its own parts, so that all pages agree without another query.
"""

from django.db.models import CharField, Exists, F, Min, OuterRef, Subquery
from django.db.models.functions import Cast

from indicators.models import PublishedValue, Target
from plans.fiscal_year import latest_finished
from plans.parts import part
from plans.presenters import last_year_of, period_is_over


def year_shown(plan, starts, years, today) -> int:
    """The latest of the `years` with a published number after the earliest start.

    `starts` are the baseline years of the plan's targets, unknown ones as None. Never
    in the future; without any number, the latest finished fiscal year. An ended plan
    shows the last year of its period.
    """
    if period_is_over(plan, today):
        return last_year_of(plan, today)
    first = min(filter(None, starts), default=0)
    last = latest_finished(today)
    return max((year for year in years if first < year <= last + 1), default=last)


def year_part(plan: int):
    """The years in which any target of the plan with this key has a number in its
    newest form.
    """
    return years_part([plan])


def years_part(plans):
    """The same for the plans with these keys, each row with its `plan_id`."""
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    numbers = PublishedValue.objects.filter(
        ~Exists(newer), observation__target__plan__in=plans, value__isnull=False
    )
    year = F("observation__fiscal_year")
    plan_id = "observation__target__plan_id"
    of_plan = Target.objects.filter(plan=OuterRef(plan_id))
    first = of_plan.order_by().values("plan")
    first = first.annotate(first=Min("baseline_fiscal_year")).values("first")
    rows = numbers.annotate(position=year, code=Cast(year, CharField()))
    return part("year", rows, plan_id=plan_id, first=Subquery(first)).distinct()


def year_of_plan(parts: dict, plan, today) -> int:
    """The year shown, from the rows of `year_part`."""
    rows = [row for row in parts["year"] if row["plan_id"] == plan.pk]
    return year_shown(
        plan, {row["first"] for row in rows}, [int(row["code"]) for row in rows], today
    )

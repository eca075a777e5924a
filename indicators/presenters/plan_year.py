"""The one year that every page of a plan shows.

The rule itself is in `year_shown`; a page that reads only some targets asks for
`year_parts` beside its own parts, so that all pages agree without another query.
"""

from django.db.models import CharField, Exists, F, Min, OuterRef, Subquery
from django.db.models.functions import Cast

from indicators.following import FollowedTarget
from indicators.models import PublishedValue, Target
from plans.fiscal_year import latest_finished
from plans.models import Plan
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


def year_parts(plan: int) -> tuple:
    """The years in which any target of the plan with this key has a number in its
    newest form, and the plan's first baseline.
    """
    return years_parts([plan])


def years_parts(plans) -> tuple:
    """The same for the plans with these keys, each row with its `plan_id`.

    Two kinds of rows: beside each year the database would look for the first baseline
    as often as there are values.
    """
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    numbers = PublishedValue.objects.filter(
        ~Exists(newer), observation__target__plan__in=plans, value__isnull=False
    )
    year = F("observation__fiscal_year")
    years = numbers.annotate(position=year, code=Cast(year, CharField()))
    baselines = Target.objects.filter(plan=OuterRef("pk")).order_by().values("plan")
    first = baselines.annotate(first=Min("baseline_fiscal_year")).values("first")
    starts = Plan.objects.filter(pk__in=plans).annotate(code=F("slug"))
    return (
        part("year", years, plan_id="observation__target__plan_id").distinct(),
        part("start", starts, plan_id="id", first=Subquery(first)),
    )


def year_of_plan(parts: dict, plan, today) -> int:
    """The year shown, from the rows of `year_parts`."""
    starts = {row["first"] for row in parts["start"] if row["plan_id"] == plan.pk}
    years = [int(row["code"]) for row in parts["year"] if row["plan_id"] == plan.pk]
    return year_shown(plan, starts, years, today)


def year_of_targets(targets: list[FollowedTarget], plan, today) -> int:
    """The same from all targets of the plan, where a page has read them anyway."""
    starts = {each.terms.baseline_year for each in targets}
    numbered = {year for each in targets for year in each.years_with_numbers()}
    return year_shown(plan, starts, numbered, today)

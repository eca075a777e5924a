"""All that the page of one target reads, in four queries beside that of the target.

One is for the texts, three for the figures.
"""

from dataclasses import dataclass
from datetime import date
from statistics import mode

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, Coalesce

from indicators.dashboards.standing import JUDGED
from indicators.following import FollowedTarget, JudgedYear, follow
from indicators.models import PublishedValue, Target
from indicators.presenters.target_history import revision_part
from indicators.presenters.target_voices import voice_parts
from indicators.presenters.target_years import TargetYear, year_of, years_of
from indicators.presenters.targets import default_year
from indicators.progress_values import Terms
from plans.fiscal_year import of_date
from plans.parts import fetch_parts, part
from plans.presenters import note_part, period_is_over

# A target stands below an initiative, or below a measure that has none.
_LEVELS = (
    Coalesce("initiative__measure__policy__position", "measure__policy__position"),
    Coalesce("initiative__measure__position", "measure__position"),
    Coalesce("initiative__position", Value(0)),
)


@dataclass(frozen=True)
class TargetReading:
    """A target with its years; `shown` is the plan's year, whatever the target has.

    `path` is the year whose expected value is named: before any value the running one.
    `last` is the newest number before the year shown, `last_judged` the newest verdict.
    """

    followed: FollowedTarget
    parts: dict
    years: list[TargetYear]
    shown: TargetYear
    path: TargetYear
    last: JudgedYear | None
    last_judged: JudgedYear | None


def read_target(target: Target, today: date) -> TargetReading:
    plan = target.plan
    parts = fetch_parts(*_parts(target))
    (followed,) = follow(Target.objects.filter(pk=target.pk))
    starts = [row["start"] for row in parts["sibling"] if row["start"]]
    year = _year_of_plan(parts, min(starts, default=None), plan, today)
    shown = year_of(followed, plan, year, today)
    years = years_of(followed, plan, today, first=_usual_start(starts, plan))
    before = [each.judged for each in years if each.year < year]
    numbers = [each for each in before if each.value is not None]
    verdicts = [each for each in before if each.is_published and each.status in JUDGED]
    path = shown
    if shown.value is None and not numbers and not period_is_over(plan, today):
        path = year_of(followed, plan, of_date(today), today)
    return TargetReading(
        followed=followed,
        parts=parts,
        years=years,
        shown=shown,
        path=path,
        last=numbers[-1] if numbers else None,
        last_judged=verdicts[-1] if verdicts and shown.value is None else None,
    )


def _parts(target):
    plan = target.plan
    siblings = part(
        "sibling",
        Target.objects.filter(plan=plan),
        below=_LEVELS,
        name="name",
        goal_text="goal_text",
        start="baseline_fiscal_year",
    )
    measure = target.measure or target.initiative.measure
    return (
        siblings,
        note_part(plan, target=[target.code]),
        _years_with_numbers(plan),
        revision_part(target),
        *voice_parts(measure, target.initiative),
    )


def _years_with_numbers(plan):
    """The years in which any target of the plan has a number in its newest form."""
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    numbers = PublishedValue.objects.filter(
        ~Exists(newer), observation__target__plan=plan, value__isnull=False
    )
    year = F("observation__fiscal_year")
    rows = numbers.annotate(position=year, code=Cast(year, CharField()))
    return part("year", rows).distinct()


def _usual_start(starts, plan):
    """Where the years of a target without a baseline of its own start."""
    if plan.period_start_fy or not starts:
        return plan.period_start_fy
    return mode(starts) + 1


def _year_of_plan(parts, start, plan, today):
    """The year that all pages of the plan show, by the one rule for it."""
    plan_wide = FollowedTarget(
        values={},
        terms=Terms(goals=(), baseline_year=start),
        publications={int(row["code"]): [{"value": True}] for row in parts["year"]},
    )
    return default_year([plan_wide], plan, today)

"""All that the page of one target reads, in three queries beside that of the target.

One is for the texts, two for the figures.
"""

from dataclasses import dataclass
from datetime import date
from statistics import mode

from django.db.models import Value
from django.db.models.functions import Coalesce

from indicators.following import FollowedTarget, following
from indicators.judged_years import JudgedYear
from indicators.judgement_labels import JUDGED
from indicators.models import Target
from indicators.presenters.plan_year import year_of_plan, year_parts
from indicators.presenters.target_history import revision_part
from indicators.presenters.target_voices import voice_parts
from indicators.presenters.target_years import TargetYear, year_of, years_of
from indicators.presenters.terms_history import terms_parts
from plans.fiscal_year import of_date
from plans.page_words import site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
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
    parts = _read_parts(target)
    (followed,) = _targets(target=target.pk)
    starts = [row["start"] for row in parts["sibling"] if row["start"]]
    year = year_of_plan(parts, plan, today)
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


@following(whole=True)
def _targets(target: int):
    return Target.objects.filter(pk=target)


def _read_parts(target):
    measure = target.measure or target.initiative.measure
    keys = {
        "plan": target.plan_id,
        "target": target.pk,
        "code": target.code,
        "policy": measure.policy_id,
    }
    if target.initiative_id:
        return by_kind(_below_initiative(initiative=target.initiative_id, **keys))
    return by_kind(_below_measure(measure=measure.pk, **keys))


@prepared
def _below_initiative(initiative: int, policy: int, **keys):
    return _parts(**keys, voices=voice_parts(policy, initiative=initiative))


@prepared
def _below_measure(measure: int, policy: int, **keys):
    return _parts(**keys, voices=voice_parts(policy, measure=measure))


def _parts(plan, target, code, voices):
    siblings = part(
        "sibling",
        Target.objects.filter(plan=plan),
        below=_LEVELS,
        name="name",
        goal_text="goal_text",
        start="baseline_fiscal_year",
    )
    return union_of(
        site_part(),
        siblings,
        note_part(plan, target=[code]),
        *year_parts(plan),
        revision_part(target),
        *terms_parts(target),
        *voices,
    )


def _usual_start(starts, plan):
    """Where the years of a target without a baseline of its own start."""
    if plan.period_start_fy or not starts:
        return plan.period_start_fy
    return mode(starts) + 1

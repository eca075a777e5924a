"""判定の見方: how a judgement comes about, with an example from real numbers."""

from datetime import date
from decimal import Decimal

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, When
from django.urls import reverse

from indicators.figures import number_text
from indicators.following import follow
from indicators.models import JudgementSettings, Target
from indicators.presenters.judging_example import judging_example
from indicators.presenters.plan_year import year_of_plan, year_parts
from indicators.presenters.status_meanings import status_groups, survey_marks
from indicators.progress_values import RULE_VERSION
from indicators.survey_change import Wave, survey_change
from indicators.worked_example import can_be_example
from plans.models import Plan
from plans.page_words import SITE_TERM, site_part
from plans.parts import fetch_parts
from plans.places import PlansShown
from plans.presenters import crumbs, plan_name

# What a target needs to be judged on its way to a goal; units are compared later.
_JUDGEABLE = Target.objects.filter(
    evaluation_mode="goal",
    goal_state="set",
    baseline_value__isnull=False,
    baseline_fiscal_year__isnull=False,
    goal_value__isnull=False,
    goal_fiscal_year__isnull=False,
).exclude(baseline_value=F("goal_value"))


def how_we_judge_page(today: date, values) -> dict:
    """Four queries; an address that names no target of use gets the first one."""
    plan_slug, code = values.get("plan", ""), values.get("target", "")
    shown = PlansShown.of(_plans(plan_slug), values)
    plans = sorted(shown.plans, key=lambda plan: (plan.position, plan.slug))
    offered = [plan for plan in plans if plan.offers]
    plan = _chosen(offered, "slug", plan_slug)
    targets = _targets_of(plan) if plan else []
    target = _named(targets, code)
    parts = fetch_parts(site_part(), *(year_parts(plan.pk) if target else ()))
    return {
        "crumbs": crumbs(("判定の見方", None)),
        "rule_version": RULE_VERSION,
        "groups": status_groups(),
        "survey_marks": survey_marks(),
        "margins": [_margin(number) for number in (1000, 300)],
        "thresholds": _thresholds(plans),
        "chooser": shown.chooser(reverse("how-we-judge")),
        "plans": [
            _option(each.slug, plan_name(each), each is plan) for each in offered
        ],
        "targets": [
            _option(each.values["code"], each.values["name"], each is target)
            for each in targets
        ],
        "example": (
            judging_example(plan, target, year_of_plan(parts, plan, today), today)
            if target
            else None
        ),
        SITE_TERM: parts[SITE_TERM],
    }


def _plans(asked: str):
    """The plan that was asked for comes first, so that it is among those of a page."""
    is_asked = Case(When(slug=asked, then=0), default=1, output_field=IntegerField())
    plans = Plan.objects.public().select_related("judgement_settings")
    # One is looked for in each plan that is shown; EXISTS would read all targets.
    first = _JUDGEABLE.filter(plan=OuterRef("pk")).order_by().values("pk")[:1]
    plans = plans.annotate(offers=Subquery(first))
    order = ("position", "slug")
    return plans.order_by(is_asked, *order) if asked else plans.order_by(*order)


def _targets_of(plan):
    found = follow(_JUDGEABLE.filter(plan=plan))
    return [each for each in found if can_be_example(each.terms)]


def _chosen(rows, name, wanted):
    """The row with the wanted value, else the first, else None."""
    by_name = {getattr(row, name): row for row in rows}
    return by_name.get(wanted) or next(iter(rows), None)


def _named(targets, code):
    by_code = {each.values["code"]: each for each in targets}
    return by_code.get(code) or next(iter(targets), None)


def _option(value, text, is_chosen):
    return {"value": value, "text": text, "is_chosen": is_chosen}


def _thresholds(plans):
    """The default limits, then those of the plans that have their own."""
    rows = [("標準", "", JudgementSettings())]
    for plan in plans:
        own = getattr(plan, "judgement_settings", None)
        if own:
            rows.append((plan_name(plan), plan.get_absolute_url(), own))
    return [
        {
            "name": name,
            "url": url,
            "on": _percent(limits.k_on),
            "slight": _percent(limits.k_slight),
            "regress": _percent(limits.regress_tol),
            "assumed_n": f"{limits.assumed_n:,}人",
        }
        for name, url, limits in rows
    ]


def _percent(share):
    text = number_text(share * 100, 1)
    return f"{text.removesuffix('.0')}%"


def _margin(number):
    """The margin of a change from three in ten, when so many people answered twice."""
    wave = Wave(fiscal_year=0, percent=Decimal(30), n=number)
    margin = survey_change(wave, wave, direction="increase").margin(1)
    return {"answers": f"{number:,}人", "points": f"{margin}ポイント"}

"""The example on 判定の見方: one target's numbers, their sum, and telling values."""

from datetime import date
from decimal import Decimal

from indicators.dashboards.standing import chip
from indicators.figures import figure_text, number_text
from indicators.following import FollowedTarget, settings_of
from indicators.judgement_labels import label_of
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.progress_values import Judgement, Status
from indicators.worked_example import example_judgements, example_year
from plans.addresses import address_of
from plans.fiscal_year import era_text
from plans.models import Plan
from plans.presenters import plan_name


def judging_example(
    plan: Plan, target: FollowedTarget, plan_year: int, today: date
) -> dict:
    """What each telling value would be called; needs terms that can be an example.

    `plan_year` is the fiscal year that the plan's pages speak of.
    """
    terms, values, settings = target.terms, target.values, settings_of(plan)
    year = example_year(terms, plan_year)
    results = example_judgements(terms, year, settings)
    on_track = (each for each in results if each.status == Status.ON_TRACK)
    shown = next(on_track, results[0])
    unit = terms.goal_in(year).unit or terms.baseline_unit
    return {
        "title": values["name"],
        "url": address_of("target-detail", plan.slug, values["code"]),
        "plan": plan_name(plan),
        "year": era_text(year),
        "figures": _figures(shown, terms, unit),
        "value": _text(shown.value, terms, unit),
        "unit": unit,
        "steps": steps_of(shown, terms, settings),
        "rows": [
            {
                "value": _text(each.value, terms, unit),
                "chip": chip(label_of(each, terms)),
                "reason": reason_of(each, terms),
            }
            for each in results
        ],
        "actual": _actual(target.judged(year, today, settings), terms, unit),
    }


def _figures(shown: Judgement, terms, unit):
    goal = terms.goal_in(shown.year)
    start = number_text(terms.baseline, terms.decimals)
    end = number_text(goal.value, terms.decimals)
    rows = (
        (f"基準値（{era_text(terms.baseline_year)}）", start, terms.baseline_unit),
        (f"目標値（{era_text(goal.year)}）", end, unit),
        (f"{era_text(shown.year)}の目安", expected_text(shown, terms), unit),
    )
    return [
        {"label": label, "value": value, "unit": its_unit}
        for label, value, its_unit in rows
    ]


def _actual(judged, terms, unit):
    """What was published for the year, or None."""
    if judged.value is None:
        return None
    return {
        "value": _text(judged.value, terms, unit),
        "chip": chip(judged.label),
        "reason": judged.sentence,
    }


def _text(value: Decimal, terms, unit):
    return figure_text(value, terms.decimals, unit)

"""The terms that a published judgement was made by, as plain values and back.

A later change of the target's baseline, unit or goal must not rewrite what a page says
of a year that was published before it. Pure.
"""

import json
from decimal import Decimal
from functools import lru_cache

from indicators.progress_values import Goal, Terms
from plans.decimals import decimal_text


def terms_to_store(terms: Terms, year: int) -> dict:
    """The terms in force in a year: its one goal, the baseline, the milestones."""
    goal = terms.goal_in(year)
    return {
        "mode": terms.mode,
        "direction": terms.direction,
        "decimals": terms.decimals,
        "baseline": _text(terms.baseline),
        "baseline_unit": terms.baseline_unit,
        "baseline_year": terms.baseline_year,
        "unit_confirmed": terms.unit_confirmed,
        "goal": _text(goal.value),
        "goal_year": goal.year,
        "goal_unit": goal.unit,
        "goal_state": goal.state,
        "goal_text": goal.text,
        "milestones": {
            str(each): _text(value) for each, value in terms.milestones.items()
        },
    }


def stored_terms(stored: dict) -> Terms:
    """The terms as they were when they were stored."""
    goal = Goal(
        value=_number(stored["goal"]),
        year=stored["goal_year"],
        unit=stored["goal_unit"],
        state=stored["goal_state"],
        text=stored["goal_text"],
    )
    return Terms(
        goals=(goal,),
        mode=stored["mode"],
        direction=stored["direction"],
        decimals=stored["decimals"],
        baseline=_number(stored["baseline"]),
        baseline_year=stored["baseline_year"],
        baseline_unit=stored["baseline_unit"],
        unit_confirmed=stored["unit_confirmed"],
        milestones={
            int(year): _number(value) for year, value in stored["milestones"].items()
        },
    )


@lru_cache(maxsize=4096)
def terms_from_json(text: str) -> Terms:
    """The terms from the text that is stored; kept, since years and pages share it."""
    return stored_terms(json.loads(text))


def _text(value):
    return None if value is None else decimal_text(value)


def _number(text):
    return None if text is None else Decimal(text)

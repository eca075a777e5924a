"""Short ways to write down a target and judge it: 904 to 1,100人／年, R5 to R12."""

from datetime import date
from decimal import Decimal

from indicators.progress import judge
from indicators.progress_values import Goal, Observed, Settings, Terms

R4, R5, R6, R7, R8, R12 = 2022, 2023, 2024, 2025, 2026, 2030


def number(text):
    return None if text is None else Decimal(text)


def a_goal(value="1100", year=R12, **values):
    return Goal(value=number(value), year=year, **{"unit": "人／年", **values})


def terms(baseline="904", goal="1100", *, goal_year=R12, unit="人／年", **values):
    """A target's terms; `goals` replaces the goal with several versions of it."""
    defaults = {
        "goals": (a_goal(goal, goal_year, unit=unit),),
        "baseline": number(baseline),
        "baseline_year": R5,
        "baseline_unit": unit,
    }
    return Terms(**{**defaults, **values})


def row(value=None, state="", **flags):
    return Observed(number=number(value), state=state, **flags)


def judged(target, rows=None, *, year=R7, as_of=None, settings=None):
    """The judgement on the first day after the year.

    `rows` is one row or number of the year, or a mapping of years.
    """
    if not isinstance(rows, dict):
        rows = {} if rows is None else {year: rows}
    return judge(
        target,
        {
            each: row(found) if isinstance(found, str) else found
            for each, found in rows.items()
        },
        year=year,
        as_of=as_of or date(year + 1, 4, 1),
        settings=settings or Settings(),
    )

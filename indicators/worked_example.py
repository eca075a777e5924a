"""A worked example of the judgement, from one target's own numbers. Pure.

The values are reckoned by the rules themselves: the goal, the two lines, the baseline,
and the first value that counts as fallen back. None of them is an actual result.
"""

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

from indicators.progress import judge
from indicators.progress_values import Judgement, Observed, Settings, Terms
from indicators.units import units_differ


def can_be_example(terms: Terms) -> bool:
    """Whether every goal of the target can be reckoned with, in whichever year."""
    return None not in (terms.baseline, terms.baseline_year) and all(
        goal.state == "set"
        and goal.value not in (None, terms.baseline)
        and goal.year is not None
        and goal.year > terms.baseline_year
        and (terms.unit_confirmed or not units_differ(terms.baseline_unit, goal.unit))
        for goal in terms.goals
    )


def example_year(terms: Terms, year: int) -> int:
    """The year itself, or the nearest one between the baseline and the goal year."""
    start, end = terms.baseline_year, terms.goal_in(year).year
    return min(max(year, start + 1), max(start + 1, end - 1))


def example_judgements(terms: Terms, year: int, settings: Settings) -> list[Judgement]:
    """One judgement a telling value, best first; values that cannot be are left out.

    Needs terms that can be an example.
    """
    lines = _judged(terms, year, terms.baseline, settings)
    values = [terms.goal_in(year).value]
    if lines.line_on is not None:
        values += [_decimal(lines.line_on), _decimal(lines.line_slight)]
    values += [terms.baseline, _fallen_back(terms, year, settings)]
    return [
        _judged(terms, year, value, settings)
        for value in dict.fromkeys(values)
        if _can_be(value, terms)
    ]


def _judged(terms, year, value, settings):
    # On this day the year is over, so that the value counts.
    as_of = date(year + 1, 4, 1)
    return judge(
        terms, {year: Observed(value)}, year=year, as_of=as_of, settings=settings
    )


def _fallen_back(terms, year, settings):
    """The first printable value beyond the tolerance on the bad side."""
    step = Fraction(1, 10**terms.decimals)
    gap = Fraction(terms.goal_in(year).value) - Fraction(terms.baseline)
    steps = math.floor(Fraction(settings.regress_tol) * abs(gap) / step) + 1
    sign = 1 if gap > 0 else -1
    return _decimal(Fraction(terms.baseline) - sign * steps * step)


def _can_be(value, terms):
    """Counts are not negative, and a share is at most 100, unless its own ends are."""
    ends = [terms.baseline, *(goal.value for goal in terms.goals)]
    is_share = terms.baseline_unit in {"%", "％"} and max(ends) <= 100
    return value >= min(*ends, 0) and not (is_share and value > 100)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)

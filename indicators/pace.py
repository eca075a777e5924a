"""The pace that a goal still asks for.

令和5年度の904人から、あと196人。1年あたり約28人の増加が必要です。
"""

from decimal import ROUND_HALF_UP, Decimal

from indicators.figures import number_text
from indicators.progress_values import Terms
from indicators.units import split_unit
from plans.fiscal_year import era_text


def pace_text(terms: Terms, *, since: int, value: Decimal, year: int) -> str:
    """What is left from `value` of the year `since` to the goal in force in `year`.

    Empty where the goal was reached, has no number or year, or its year has passed.
    """
    goal = terms.goal_in(year)
    is_known = goal.state == "set" and goal.value is not None and goal.year
    if not is_known or goal.year <= since or terms.baseline is None:
        return ""
    rising = goal.value > terms.baseline
    left = goal.value - value if rising else value - goal.value
    if left <= 0:
        return ""
    unit = split_unit(goal.unit or terms.baseline_unit)[0]
    step = "ポイント" if unit == "%" else unit
    a_year = _rounded(left / (goal.year - since), terms.decimals)
    word = "増加" if rising else "減少"
    return (
        f"{era_text(since)}の{number_text(value, terms.decimals)}{unit}から、"
        f"あと{number_text(left, terms.decimals)}{step}。"
        f"1年あたり約{a_year}{step}の{word}が必要です。"
    )


def _rounded(amount, decimals):
    """Small steps with one decimal more, end zeros dropped: 1.7, 28, 439."""
    places = decimals + 1 if amount < 10 else decimals
    text = f"{amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

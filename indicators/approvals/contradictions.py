"""What does not fit together in the figures of one target. Pure."""

from decimal import Decimal

from indicators.figures import figure_text
from indicators.units import split_unit
from plans.fiscal_year import era_text

_WAYS = {"increase": "増やす", "decrease": "減らす"}


def baseline_contradiction(
    observed: Decimal, *, baseline: Decimal, year: int, decimals: int, unit: str
) -> str:
    """An actual of the baseline year beside another baseline; empty where alike."""
    if observed == baseline:
        return ""
    return (
        f"基準年度（{era_text(year)}）の実績値"
        f"{figure_text(observed, decimals, unit)}が、"
        f"基準値{figure_text(baseline, decimals, unit)}と違います。"
        "どちらが正しいか、確かめてください。"
    )


def direction_contradiction(
    direction: str, *, mode: str, baseline: Decimal | None, goal: Decimal | None
) -> str:
    """A direction that leads away from the goal; empty where it does not."""
    if mode != "goal" or not direction or None in (baseline, goal) or goal == baseline:
        return ""
    gap = "increase" if goal > baseline else "decrease"
    if direction == gap:
        return ""
    return (
        f"めざす向きは「{_WAYS[direction]}」ですが、目標値は基準値から"
        f"「{_WAYS[gap]}」値です。判定は目標値に従っています。"
        "めざす向きか目標値を直してください。"
    )


def unit_contradiction(baseline_unit: str, goal_unit: str, *, confirmed: bool) -> str:
    """A period such as ／年 on one side alone; empty where both or none have one."""
    if confirmed or not (baseline_unit and goal_unit):
        return ""
    base, per = split_unit(baseline_unit)
    goal_base, goal_per = split_unit(goal_unit)
    if base != goal_base or bool(per) == bool(goal_per):
        return ""
    return (
        f"基準値の単位は「{baseline_unit}」、目標値の単位は「{goal_unit}」です。"
        "同じものなら「単位の違いを確認した」に印を付け、違うなら単位を直してください。"
    )

"""Last year's value beside this year's, each as it was printed in its own year."""

from indicators.dashboards.standing import Standing
from indicators.figures import number_text, year_text


def movement(standing: Standing) -> str:
    """931人／年 → 940人／年, each with the unit of its own year.

    With the goals, where the two years were judged by different ones: a status that
    became better may come from a lower goal alone.
    """
    figures = f"{_figure(standing.before)} → {_figure(standing.judged)}"
    return f"{figures}{_changed_goal(standing.before, standing.judged)}"


def value_before(standing: Standing) -> str:
    """Last year's value, with its unit where that is not the one of this year.

    Empty where last year has no number.
    """
    before = standing.before
    if before is None or before.value is None:
        return ""
    return f"{_number(before)}{'' if is_same_unit(standing) else _unit(before)}"


def is_same_unit(standing: Standing) -> bool:
    """Whether both years were judged in one unit; there must be a year before."""
    return _unit(standing.before) == _unit(standing.judged)


def _changed_goal(before, now):
    if before is None:
        return ""
    old, new = (each.terms.goal_in(each.year) for each in (before, now))
    if None in (old.value, new.value):
        return ""
    if old.value != new.value:
        return f"（目標は{_aim(old, before)}から{_aim(new, now)}に変更）"
    if None not in (old.year, new.year) and old.year != new.year:
        years = f"{year_text(old.year)}から{year_text(new.year)}"
        return f"（目標の年度は{years}に変更）"
    return ""


def _aim(goal, judged):
    return f"{number_text(goal.value, judged.terms.decimals)}{goal.unit}"


def _figure(judged):
    """A number with its unit; empty where a year has none."""
    has_number = judged is not None and judged.value is not None
    return f"{_number(judged)}{_unit(judged)}" if has_number else ""


def _number(judged):
    return number_text(judged.value, judged.terms.decimals)


def _unit(judged):
    return judged.terms.unit_in(judged.year)

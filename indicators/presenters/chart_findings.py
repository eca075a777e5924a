"""The finding that heads a target's chart: a short phrase, never blame. Pure."""

from decimal import Decimal

from indicators.figures import number_from, number_text
from indicators.judged_years import JudgedYear
from indicators.progress_values import Status, Terms
from indicators.units import split_unit
from plans.fiscal_year import era_text

_FIXED = {
    Status.ACHIEVED: "目標に届いた",
    Status.MAINTAINED: "目標の水準を保っている",
    Status.REGRESSED: "出発点より悪くなっている",
    Status.NOT_ACHIEVED: "目標には届かなかった",
    Status.NOT_MAINTAINED: "目標の水準を保てていない",
    Status.NO_BASELINE: "目標には、まだ届いていない",
    Status.NOT_COMPARABLE: "数え方が変わり、出発点とは比べられない",
    Status.DISCONTINUED: "事業は終わった",
}


def finding(terms: Terms, shown: JudgedYear, last: JudgedYear | None) -> str:
    """What the line shows in the year shown; `last` is the newest value before it."""
    if shown.status in _WITHOUT_VALUE:
        return _FIXED[shown.status]
    if shown.value is not None:
        return _of_value(terms, shown, last)
    if last:
        return f"{era_text(last.year)}までの値の動き"
    return _start(terms, shown.year)


_WITHOUT_VALUE = {Status.NOT_COMPARABLE, Status.DISCONTINUED}


def _of_value(terms, shown, last):
    if shown.status == Status.ON_TRACK:
        return _on_track(terms, shown)
    if shown.status in (Status.SLIGHTLY_BEHIND, Status.BEHIND):
        return f"{_way(terms, shown)}目安の線には届いていない"
    if shown.status == Status.MONITOR:
        return _moved(terms, shown)
    if shown.status in _FIXED:
        return _FIXED[shown.status]
    if last or terms.baseline is not None:
        return f"{era_text(shown.year)}までの値の動き"
    return f"{era_text(shown.year)}の値"


def _on_track(terms, shown):
    """Along the expected line, or past it; the printed figures decide."""
    expected, rises = number_from(shown.expected), _rises(terms, shown.year)
    value = number_from(number_text(shown.value, terms.decimals))
    if None not in (expected, rises):
        if rises and value > expected:
            return "目安の線を上回って進んでいる"
        if not rises and value < expected:
            return "減らす目標で、目安の線を下回っている"
    return "目安の線に沿って進んでいる"


def _rises(terms, year):
    """Whether the goal lies above the baseline; None where one of them is missing.

    A value may have been published before its baseline was withdrawn.
    """
    goal = terms.goal_in(year).value
    if terms.baseline is None or goal is None:
        return None
    return goal > terms.baseline


def _way(terms, shown):
    """増えているが、 for the way from the baseline so far, good or not."""
    wanted = _rises(terms, shown.year)
    if wanted is None:
        return ""
    if shown.value == terms.baseline:
        return "出発点と同じで、"
    rises = shown.value > terms.baseline
    verb = "増えて" if rises else "減って"
    return f"{verb}いるが、" if rises == wanted else f"出発点より{verb}いて、"


def _moved(terms, shown):
    if terms.baseline is None:
        return "これまでの値の動き"
    since = era_text(terms.baseline_year) if terms.baseline_year else "出発点"
    if shown.value == terms.baseline:
        return f"{since}と同じ"
    amount = _amount(terms, shown.value - terms.baseline, shown.year)
    return f"{since}から{amount}{_more(shown.value > terms.baseline)}"


def _more(is_more):
    return "増えた" if is_more else "減った"


def _amount(terms, difference: Decimal, year):
    unit = split_unit(terms.goal_in(year).unit or terms.baseline_unit)[0]
    unit = "ポイント" if unit == "%" else unit
    return f"{number_text(abs(difference), terms.decimals)}{unit}"


def _start(terms, year):
    """What was promised, before anything is known of how it went."""
    goal = terms.goal_in(year)
    is_whole = None not in (terms.baseline, terms.baseline_year, goal.value, goal.year)
    if terms.mode == "monitor" and goal.value is not None and goal.year:
        return f"{era_text(goal.year)}までの見込み"
    if not is_whole or terms.mode == "monitor" or terms.has_unit_in_doubt(year):
        return "これまでの値"
    if terms.is_kept_in(year):
        return f"{number_text(goal.value, terms.decimals)}{goal.unit}の水準を保つ目標"
    amount = _amount(terms, goal.value - terms.baseline, year)
    verb = "増やす" if goal.value > terms.baseline else "減らす"
    return f"{goal.year - terms.baseline_year}年で{amount}{verb}目標"

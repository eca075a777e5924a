"""The bullet bar of a target: baseline left, goal right, expected and actual between.

Places are percent of the drawing's width, as texts; one scale for all targets, so that
rows of different units compare. No bar is drawn where the scale would be invented.
"""

from decimal import Decimal

from indicators.dashboards.standing import Standing
from indicators.figures import MINUS
from indicators.progress_values import Status

# The drawing keeps room on the left for values worse than the baseline.
_BASELINE, _GOAL, _LEFT_END = Decimal(13), Decimal(92), Decimal("2.5")

_NO_BAR = {
    Status.MONITOR: "良し悪しを判定しないため、図はありません。",
    Status.UNIT_CHECK: "単位が違うため、図はありません。",
    Status.DISCONTINUED: "事業が終わったため、図はありません。",
    Status.NOT_COMPARABLE: "出発点の値と比べられないため、図はありません。",
}


def bar_of(standing: Standing) -> dict | None:
    """The places of the marks, or None where there is no scale to draw them on.

    `way` is `done` from the baseline to the actual value, `back` where that is worse
    than the baseline.
    """
    if not _has_scale(standing):
        return None
    actual = standing.judged.value
    share = None if actual is None else _share(standing, actual)
    back = share is not None and share < 0
    place = "" if share is None else _place(share)
    base = _text(_BASELINE)
    return {
        "baseline": base,
        "goal": _text(_GOAL),
        "tick": _tick(standing),
        "actual": place,
        "way": "back" if back else "done",
        "from": place if back else base,
        "to": base if back else place,
        "is_back": back,
    }


def why_no_bar(standing: Standing) -> str:
    """Why there is no bar, in words; empty where there is one or none is missed."""
    terms, goal, status = standing.terms, standing.goal, standing.on_path.status
    if status in _NO_BAR:
        return _NO_BAR[status]
    if goal.state == "statement":
        return ""
    if goal.state != "set" or goal.value is None:
        return "目標の数値がないため、図はありません。"
    if terms.baseline is None:
        return "出発点の値がないため、図はありません。"
    if terms.is_kept_in(standing.on_path.year):
        return "水準を保つ目標のため、図はありません。"
    return ""


def _has_scale(standing):
    return standing.goal.state == "set" and not why_no_bar(standing)


def distance(standing: Standing) -> Decimal | None:
    """How far the value lies from the expected one, as a share of the whole gap.

    Below zero is behind, whichever way the target runs; None where either is missing.
    """
    expected, actual = _number(standing.expected), standing.judged.value
    if expected is None or actual is None or not _has_scale(standing):
        return None
    return _share(standing, actual) - _share(standing, expected)


def _tick(standing):
    expected = _number(standing.expected)
    return "" if expected is None else _place(_share(standing, expected))


def _share(standing, value):
    """Of the way from the baseline to the goal: 0 at the one, 1 at the other."""
    baseline, goal = standing.terms.baseline, standing.goal.value
    return (value - baseline) / (goal - baseline)


def _place(share):
    place = _BASELINE + share * (_GOAL - _BASELINE)
    return _text(min(max(place, _LEFT_END), _GOAL))


def _text(place):
    return f"{place:.2f}"


def _number(printed):
    """The number that was printed, so that picture and text never disagree."""
    if not printed:
        return None
    return Decimal(printed.replace(",", "").replace(MINUS, "-"))

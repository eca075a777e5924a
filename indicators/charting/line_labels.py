"""The words of a line chart with the places that each may take. Pure.

Where the goal is to fall, the words change sides.
"""

from indicators.charting.labels import Label, Spot
from indicators.charting.scale import CUT_TOP


def line_labels(series, scale) -> list[Label]:
    """The words, the most important ones first, each with the places it may take."""
    newest = series.newest
    others = sorted((p for p in series.points if p is not newest), key=_importance)
    return [
        *(_of_point(point, series, scale) for point in (newest,) if point),
        *(_of_goal(goal, series, scale) for goal in series.goals[-1:]),
        *_of_marked(series, scale),
        *_of_cuts(series, scale),
        *(_of_point(point, series, scale) for point in (*others, *series.interim)),
        *(_of_goal(goal, series, scale) for goal in series.goals[:-1]),
        *_of_path(series, scale),
    ]


def _importance(point):
    """The baseline first, then the newest."""
    return point.kind != "baseline", -point.year


def _of_point(point, series, scale):
    """Above the mark where the value is above the path, else below it."""
    expected = {each.year: each.value for each in series.path}.get(point.year)
    above = expected is None or point.value > expected
    if point.kind in ("baseline", "interim"):
        above = not series.rises
    css = "now" if point.kind == "latest" else "b"
    x, y = scale.x(point.year), scale.y(point.value)
    return Label(point.text, _sides(x, y, above), css)


def _of_marked(series, scale):
    """The expected value, on the other side of its mark than the actual one."""
    marked, newest = series.marked, series.newest
    if not marked:
        return []
    above = series.rises
    if newest and newest.year == marked.year:
        above = newest.value <= marked.value
    x, y = scale.x(marked.year), scale.y(marked.value)
    return [Label(marked.text, _sides(x, y, above))]


def _sides(x, y, above):
    """Above and below a mark; at the edge of the drawing the words lean inwards."""
    heights = (y - 13, y + 25) if above else (y + 25, y - 13)
    spots = [Spot(x, height) for height in heights]
    if x < 15:
        spots += [Spot(x - 2, height, "start") for height in heights]
    return tuple(spots)


def _of_goal(goal, series, scale):
    """At the flag for the goal in force; an earlier one is named where it starts."""
    y = scale.y(goal.value)
    heights = (y - 26, y + 20) if series.rises else (y + 20, y - 26)
    if goal.is_in_force:
        return Label(
            goal.text, tuple(Spot(scale.right, h, "end") for h in heights), "b"
        )
    x = scale.x(goal.first)
    return Label(goal.text, tuple(Spot(x, h, "start") for h in (y - 8, y + 18)))


def _of_cuts(series, scale):
    return [
        Label(series.cut_text, (Spot(scale.x(point.year - 0.5), CUT_TOP - 6),))
        for point in series.points
        if point.is_cut
    ]


def _of_path(series, scale):
    """Beside the path, on the side that it leaves free; late years first."""
    spots = []
    for one, two in reversed(list(zip(series.path, series.path[1:], strict=False))):
        x = scale.x((one.year + two.year) / 2)
        y = (scale.y(one.value) + scale.y(two.value)) / 2
        falls = scale.y(two.value) > scale.y(one.value)
        spots.append(Spot(x + 1, y - 10 if falls else y + 22, "start"))
    middle_first = spots[1:] + spots[:1]
    return [Label(series.path_text, tuple(middle_first))] if spots else []

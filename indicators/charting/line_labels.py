"""The words of a line chart with the places that each may take. Pure.

Where the goal is to fall, the words change sides.
"""

from indicators.charting.labels import Label, Spot
from indicators.charting.scale import AXIS, CUT_TOP


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
    place = scale.place(point.year, point.value)
    return Label(point.text, _around(*place, above), css, place)


def _of_marked(series, scale):
    """The expected value, on the other side of its mark than the actual one."""
    marked, newest = series.marked, series.newest
    if not marked:
        return []
    above = series.rises
    if newest and newest.year == marked.year:
        above = newest.value <= marked.value
    place = scale.place(marked.year, marked.value)
    return [Label(marked.text, _around(*place, above), place=place)]


def _around(x, y, above):
    """Above and below a mark, then leaning away from a line, then beside and farther.

    Leaning helps where a line comes in steeply, and at the edges of the drawing.
    """
    near = (y - 13, y + 25) if above else (y + 25, y - 13)
    far = (y - 30, y + 42) if above else (y + 42, y - 30)
    beside = min(y + 5, AXIS - 6)
    leaning = (("start", -8), ("end", 8), ("start", 3), ("end", -3))
    return (
        *(Spot(x, height) for height in near),
        *(Spot(x, height, *lean) for height in near for lean in leaning),
        Spot(x, beside, "start", 13),
        Spot(x, beside, "end", -13),
        Spot(x, beside, "end", -20),
        *(Spot(x, height) for height in far),
        *(Spot(x, height, *lean) for height in far for lean in leaning),
    )


def _of_goal(goal, series, scale):
    """At the flag, else along its line; an earlier goal is named where it starts."""
    y = scale.y(goal.value)
    above, below = y - 8, y + 20
    along = (above, below) if series.rises else (below, above)
    years = range(goal.first, goal.last + 1)
    if not goal.is_in_force:
        spots = [Spot(scale.x(year), h, "start", 2) for year in years for h in along]
        return Label(goal.text, tuple(spots))
    at_flag = (y - 18, y + 26) if series.rises else (y + 26, y - 18)
    spots = [Spot(scale.x(goal.last), h, "end", 12) for h in at_flag]
    spots += [Spot(scale.x(year), h, "end") for year in years[::-1] for h in along]
    return Label(goal.text, tuple(spots), "b")


def _of_cuts(series, scale):
    return [
        Label(series.cut_text, cut_spots(scale.x(point.year - 0.5)))
        for point in series.points
        if point.is_cut
    ]


def cut_spots(x: float) -> tuple[Spot, ...]:
    """Above the line that marks a change in counting."""
    return (
        Spot(x, CUT_TOP - 6),
        Spot(x, CUT_TOP - 6, "start"),
        Spot(x, CUT_TOP - 6, "end"),
    )


def _of_path(series, scale):
    """Beside the path, on either side; late years first, the last of all at the end."""
    pieces = list(zip(series.path, series.path[1:], strict=False))[::-1]
    places = [_beside(one, two, scale) for one, two in pieces[1:] + pieces[:1]]
    spots = tuple(spot for place in places for spot in place)
    return [Label(series.path_text, spots)] if spots else []


def _beside(one, two, scale):
    """Where the line leaves room: below right or above left of one that rises."""
    x = scale.x((one.year + two.year) / 2)
    start, end = scale.y(one.value), scale.y(two.value)
    y = (start + end) / 2
    if end > start:
        return Spot(x, y - 8, "start", 3), Spot(x, y + 20, "end", -3)
    return Spot(x, y + 20, "start", 3), Spot(x, y - 8, "end", -3)

"""The line chart of one target as lines, marks and words with ready places. Pure.

Nothing is judged or worded here: values, years and words come in, places go out, as
texts: x in percent of the width, y in pixels. Larger values stand higher, also where
the goal is to fall.
"""

from indicators.charting.labels import NARROW, place_labels
from indicators.charting.line_labels import line_labels
from indicators.charting.scale import AXIS, CUT_TOP, HEIGHT, Scale, percent
from indicators.charting.series import Series
from indicators.charting.shapes import Line, Mark

# What the name of a year takes on a phone.
_YEAR_WIDTH = 34


def line_chart(series: Series, year_names: dict[int, str]) -> dict:
    """The chart's axis, lines, marks and labels; `year_names` are R5, R6, …"""
    drawn = (*series.points, *series.path, *series.interim, *series.goals)
    scale = Scale((series.first, series.last), [each.value for each in drawn])
    lines, marks = _lines(series, scale), _marks(series, scale)
    return {
        "height": str(HEIGHT),
        "axis": str(AXIS),
        "starts_at_zero": scale.starts_at_zero,
        "ticks": _ticks(series, scale, year_names),
        "lines": [each.drawn() for each in lines],
        "marks": [each.drawn() for each in marks],
        "labels": place_labels(line_labels(series, scale), lines, marks),
    }


def _ticks(series, scale, year_names):
    """A tick a year. Years without room go unnamed; few have the western year too."""
    years = range(series.first, series.last + 1)
    step = 1 if len(years) <= 9 else -(-len(years) * _YEAR_WIDTH // NARROW)
    bold = _bold_years(series, scale)
    ticks = []
    for year in years:
        is_bold = year in bold
        is_free = all(abs(year - other) >= step for other in bold)
        named = is_bold or (is_free and (year - series.first) % step == 0)
        ticks.append(
            {
                "x": percent(scale.x(year)),
                "label": year_names[year] if named else "",
                "western": str(year) if is_bold else "",
                "css": "b" if is_bold else "",
            }
        )
    return ticks


def _bold_years(series, scale):
    """The first and the last year, and where there is room the one spoken of."""
    ends = {series.first, series.last}
    spoken = series.newest or series.marked
    if spoken is None:
        return ends
    apart = min(abs(scale.x(spoken.year) - scale.x(end)) for end in ends)
    return ends | {spoken.year} if apart * NARROW / 100 >= _YEAR_WIDTH else ends


def _lines(series, scale):
    found = [
        Line.between(
            "goal" if goal.is_aim else "outlook",
            scale.place(goal.first, goal.value),
            scale.place(goal.last, goal.value),
        )
        for goal in series.goals
    ]
    found += _pieces("path", series.path, scale)
    found += _pieces("real", series.points, scale)
    for point in series.points:
        if point.is_cut:
            x = scale.x(point.year - 0.5)
            found.append(Line("cut", x, CUT_TOP, x, AXIS))
    newest, marked = series.newest, series.marked
    if newest and marked and newest.year == marked.year:
        ends = [scale.place(each.year, each.value) for each in (newest, marked)]
        found.append(Line.between("gap", *ends))
    return found


def _pieces(css, points, scale):
    """Straight lines between neighbouring years; a missing year leaves a gap."""
    return [
        Line.between(
            css, scale.place(one.year, one.value), scale.place(two.year, two.value)
        )
        for one, two in zip(points, points[1:], strict=False)
        if two.year - one.year == 1 and not two.is_cut
    ]


def _marks(series, scale):
    """The shapes, those that matter most on top."""
    shown = [*series.interim, *([series.marked] if series.marked else ())]
    found = [Mark(each.kind, *scale.place(each.year, each.value)) for each in shown]
    for point in series.points:
        kind = f"{point.kind} hollow" if point.is_hollow else point.kind
        found.append(Mark(kind, *scale.place(point.year, point.value)))
    return found + [
        Mark("goal", *scale.place(goal.last, goal.value))
        for goal in series.goals
        if goal.is_in_force and goal.is_aim and goal.has_year
    ]

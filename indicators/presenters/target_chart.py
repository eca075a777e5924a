"""The line chart of a target: which values it draws."""

from dataclasses import replace

from indicators.charting.series import Goal, Point, Series
from indicators.charts import line_chart
from indicators.following import FollowedTarget
from indicators.presenters.chart_words import CUT, ChartWords
from indicators.presenters.target_years import TargetYear, units_of
from plans.fiscal_year import short_text


def target_chart(
    target: FollowedTarget, years: list[TargetYear], shown: int, path_year: int
) -> dict | None:
    """The chart with its summary and caption, or None where it would show nothing.

    `path_year` is the year whose expected value is named.
    """
    if not years or why_no_chart(target, years, shown):
        return None
    words = ChartWords(target)
    series = _series(target, years, shown, path_year, words)
    if not series.points or len(series.points) + len(series.goals) < 2:
        return None
    chart = line_chart(series, {each.year: short_text(each.year) for each in years})
    return {
        **chart,
        "summary": words.summary(series),
        "caption": words.caption(series, starts_at_zero=chart["starts_at_zero"]),
    }


def why_no_chart(target: FollowedTarget, years: list[TargetYear], year: int) -> str:
    """Said where a picture is missed; empty where only the values are."""
    if len(units_of(years)) > 1:
        return "途中で単位が変わったため、図はありません。"
    if len({goal.unit for goal in target.terms.goals if goal.value is not None}) > 1:
        return "見直した目標の単位が違うため、図はありません。"
    if len({each.judged.terms.mode for each in years}) > 1:
        return "途中で判定のしかたが変わったため、図はありません。"
    if target.terms.has_unit_in_doubt(year):
        return "基準値と目標値の単位が違うため、図はありません。"
    return ""


def _series(target, years, shown, path_year, words):
    first, last = years[0].year, years[-1].year
    path = [
        Point(each.year, each.expected_value, kind="expected")
        for each in years
        if each.expected
    ]
    interim = [
        Point(year, value, f"中間の目標 {words.figure(value)}", kind="interim")
        for year, value in sorted(target.terms.milestones.items())
    ]
    return Series(
        first,
        last,
        points=tuple(_points(target, years, shown, words)),
        goals=tuple(_goals(target, first, last, words)),
        path=tuple(path),
        interim=tuple(interim),
        marked=_marked(path, path_year, target.terms, words),
        path_text=f"{words.path}の線",
        cut_text=CUT,
    )


def _marked(path, year, terms, words):
    """The expected value of the year, where it is neither the start nor the goal."""
    ends = {terms.baseline_year, *(goal.year for goal in terms.goals)}
    found = next((point for point in path if point.year == year), None)
    if found is None or year in ends or year in terms.milestones:
        return None
    text = f"{words.path} {words.expected(found.value)}"
    return Point(year, found.value, text, kind="expected")


def _points(target, years, shown, words):
    """The baseline and every published number; the newest one stands out."""
    start = target.terms.baseline
    start_year = target.terms.baseline_year if start is not None else None
    numbers = [e for e in years if e.value is not None and e.year != start_year]
    latest = max((each.year for each in numbers if each.year <= shown), default=None)
    points = [
        Point(
            each.year,
            each.value,
            words.figure(each.value) + ("（速報）" if each.judged.provisional else ""),
            kind="latest" if each.year == latest else "past",
            is_hollow=each.judged.provisional,
            is_cut=target.publications[each.year][-1]["break_in_series"],
        )
        for each in numbers
    ]
    if start_year:
        points.append(Point(start_year, start, words.figure(start), kind="baseline"))
    return sorted(points, key=lambda point: point.year)


def _goals(target, first, last, words):
    """Each numeric goal as a level over the years in which it holds."""
    goals = sorted(target.terms.goals, key=lambda goal: goal.effective_from or 0)
    found = []
    for number, goal in enumerate(goals):
        later = goals[number + 1 :]
        start = max(goal.effective_from or first, first)
        end = later[0].effective_from if later else goal.year or last
        if goal.state == "set" and goal.value is not None and start < end <= last:
            level = Goal(
                goal.value,
                "",
                start,
                end,
                is_in_force=not later,
                is_aim=target.terms.mode != "monitor",
                has_year=bool(later or goal.year),
            )
            text = f"{words.goal(level)} {words.figure(goal.value)}"
            found.append(replace(level, text=text))
    return found

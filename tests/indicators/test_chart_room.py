"""No words of a chart lie on a line, a mark or other words, at any width.

Where no place is free the label is left out: the table beside the chart has its number.
"""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from indicators.charting.series import Goal, Point, Series, WavePoint
from indicators.charting.survey_chart import survey_chart
from indicators.charts import line_chart
from plans.fiscal_year import short_text
from tests.indicators.drawn_charts import covered, strays

FIRST, LAST = 2023, 2030
NAMES = {year: short_text(year) for year in range(FIRST - 8, LAST + 9)}

widths = st.integers(288, 1100)
figures = st.integers(0, 2000).map(Decimal)


@st.composite
def serieses(draw):
    """Values for any years of eight, perhaps with a path, a break, an earlier goal."""
    years = draw(st.sets(st.integers(FIRST, LAST), min_size=1))
    last = max(years)
    points = [
        Point(
            year,
            value := draw(figures),
            f"{value:,}",
            kind="latest" if year == last else "past",
            is_cut=draw(st.integers(0, 9)) == 0 and year > FIRST,
        )
        for year in sorted(years)
    ]
    return Series(
        FIRST,
        LAST,
        points=tuple(points),
        goals=tuple(_goals(draw)),
        **_path(draw),
        path_text="目安の線",
        cut_text="数え方の変更",
    )


def _goals(draw):
    if draw(st.booleans()):
        old = draw(figures)
        yield Goal(old, f"見直す前の目標 {old:,}", FIRST, 2026, is_in_force=False)
    value = draw(figures)
    yield Goal(value, f"目標 {value:,}", 2026, LAST, is_aim=draw(st.booleans()))


def _path(draw):
    if draw(st.booleans()):
        return {}
    path = [Point(year, draw(figures), kind="expected") for year in range(FIRST, 2031)]
    marked = path[draw(st.integers(1, 6))]
    text = f"目安 {marked.value:,}"
    return {
        "path": tuple(path),
        "interim": (Point(2027, path[4].value, "中間の目標", kind="interim"),),
        "marked": Point(marked.year, marked.value, text, kind="expected"),
    }


@given(series=serieses(), width=widths)
def test_no_words_of_a_line_chart_are_covered(series, width):
    assert covered(line_chart(series, NAMES), width) == []


@given(values=st.lists(figures, min_size=2, max_size=8), width=widths)
def test_a_number_stands_nearest_to_its_own_mark(values, width):
    points = tuple(
        Point(FIRST + number, value, f"{number}年目 {value}")
        for number, value in enumerate(values)
    )

    chart = line_chart(Series(FIRST, LAST, points), NAMES)

    marks = [(mark["x"], mark["y"]) for mark in chart["marks"]]
    places = dict(zip([point.text for point in points], marks, strict=True))
    assert strays(chart, width, places) == []


waves = st.lists(
    st.tuples(
        st.decimals(0, 100, places=1),
        st.none() | st.decimals("0.1", 9, places=1),
        st.booleans(),
    ),
    min_size=2,
    max_size=5,
)


@given(waves=waves, width=widths)
def test_no_words_of_a_survey_chart_are_covered(waves, width):
    points = [
        WavePoint(2015 + 3 * number, value, f"{value}%", margin=margin, is_cut=is_cut)
        for number, (value, margin, is_cut) in enumerate(waves)
    ]

    chart = survey_chart(points, NAMES, cut_text="聞き方の変更")

    assert covered(chart, width) == []


# In the last two years the goal's own flag may take the room.
@given(values=st.lists(figures, min_size=2, max_size=6), goal=figures)
def test_before_the_last_years_the_newest_value_is_always_named(values, goal):
    points = [
        Point(FIRST + number, value, f"{value:,}")
        for number, value in enumerate(values[:-1])
    ]
    newest = Point(points[-1].year + 1, values[-1], "いま", kind="latest")
    goals = (Goal(goal, "目標", FIRST, LAST),)

    chart = line_chart(Series(FIRST, LAST, (*points, newest), goals), NAMES)

    assert chart["labels"][0]["text"] == "いま"

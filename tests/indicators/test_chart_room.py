"""No words of a chart lie on a line, a mark or other words, at any width.

Where no place is free the label is left out: the table beside the chart has its number.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charting.series import Goal, Point, Series, WavePoint
from indicators.charting.survey_chart import survey_chart
from indicators.charts import line_chart
from indicators.models import SurveyIndicator, Target
from indicators.presenters.survey_page import survey_page
from indicators.presenters.target_page import target_for_page, target_page
from plans.fiscal_year import short_text
from plans.models import Plan
from tests.indicators.drawn_charts import covered
from tests.indicators.published import NOVEMBER_R8
from welfare_plan.samples import SAMPLE_PLAN, load_samples

FIRST, LAST = 2023, 2030
NAMES = {year: short_text(year) for year in range(FIRST - 8, LAST + 9)}
WIDTHS = [288, 328, 400, 576, 704, 1072]

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


@given(values=st.lists(figures, min_size=2, max_size=8), goal=figures)
def test_the_newest_value_is_always_named_beside_its_own_line(values, goal):
    points = [
        Point(FIRST + number, value, f"{value:,}")
        for number, value in enumerate(values[:-1])
    ]
    newest = Point(points[-1].year + 1, values[-1], "いま", kind="latest")
    goals = (Goal(goal, "目標", FIRST, LAST),)

    chart = line_chart(Series(FIRST, LAST, (*points, newest), goals), NAMES)

    assert chart["labels"][0]["text"] == "いま"


@pytest.mark.django_db
def test_no_words_are_covered_in_the_charts_of_the_plans_with_samples():
    load_samples()
    plans = [SAMPLE_PLAN, "kashiwa-chiiki-fukushi"]

    charts = {
        record.get_absolute_url(): page["chart"]
        for record, page in _pages(plans)
        if page["chart"]
    }

    assert len(charts) > 40
    assert {
        (address, width): words
        for address, chart in charts.items()
        for width in WIDTHS
        if (words := covered(chart, width))
    } == {}


def _pages(plans):
    for plan in Plan.objects.filter(slug__in=plans):
        for target in Target.objects.filter(plan=plan):
            found = target_for_page(Target.objects, plan.slug, target.code).get()
            yield found, target_page(found, NOVEMBER_R8)
        for indicator in SurveyIndicator.objects.filter(plan=plan):
            yield indicator, survey_page(indicator, NOVEMBER_R8)

from decimal import Decimal

import pytest

from indicators.charting.scale import Scale
from indicators.charting.series import Goal, Point, Series
from indicators.charts import line_chart

NAMES = {year: f"R{year - 2018}" for year in range(2010, 2060)}


def point(year, value, kind="past", **flags):
    return Point(year, Decimal(value), f"{value}", kind=kind, **flags)


def a_series(*points, goal="1100", path=(), **values):
    """904 in R5 to a goal in R12."""
    goals = (Goal(Decimal(goal), f"目標 {goal}", 2023, 2030),) if goal else ()
    return Series(2023, 2030, points=points, goals=goals, path=path, **values)


def lines(chart, css):
    return [line for line in chart["lines"] if line["css"] == css]


def kinds(chart):
    return [mark["kind"] for mark in chart["marks"]]


def test_the_whole_chart_of_a_rising_target():
    start = point(2023, "904", "baseline")
    chart = line_chart(a_series(start, point(2024, "1002", "latest")), NAMES)

    assert chart["lines"] == [
        {"css": "goal", "x1": "5.00%", "y1": "58.0", "x2": "91.00%", "y2": "58.0"},
        {"css": "real", "x1": "5.00%", "y1": "216.0", "x2": "17.29%", "y2": "137.0"},
    ]
    assert kinds(chart) == ["baseline", "latest", "goal"]
    assert [(tick["label"], tick["western"]) for tick in chart["ticks"]] == [
        ("R5", "2023"),
        ("R6", "2024"),
        ("R7", ""),
        ("R8", ""),
        ("R9", ""),
        ("R10", ""),
        ("R11", ""),
        ("R12", "2030"),
    ]
    assert [label["text"] for label in chart["labels"]] == ["1002", "目標 1100", "904"]
    assert not chart["starts_at_zero"]


def test_a_larger_value_stands_higher_also_where_the_goal_is_to_fall():
    start = point(2023, "20", "baseline")
    chart = line_chart(a_series(start, goal="10"), NAMES)
    heights = {mark["kind"]: float(mark["y"]) for mark in chart["marks"]}
    words = {label["text"]: float(label["y"]) for label in chart["labels"]}

    assert heights["baseline"] < heights["goal"]
    assert words["20"] < heights["baseline"]
    assert words["目標 10"] > heights["goal"]


def test_a_year_without_a_value_leaves_a_gap_in_the_line():
    chart = line_chart(
        a_series(
            point(2023, "904", "baseline"), point(2024, "931"), point(2026, "980")
        ),
        NAMES,
    )

    assert len(lines(chart, "real")) == 1


def test_a_break_in_the_series_is_a_gap_with_a_word():
    chart = line_chart(
        a_series(
            point(2023, "904", "baseline"),
            point(2024, "931"),
            point(2025, "700", "latest", is_cut=True),
            cut_text="数え方の変更",
        ),
        NAMES,
    )

    assert len(lines(chart, "real")) == 1
    assert len(lines(chart, "cut")) == 1
    assert "数え方の変更" in [label["text"] for label in chart["labels"]]


def test_a_provisional_value_has_a_hollow_shape():
    latest = point(2024, "931", "latest", is_hollow=True)
    chart = line_chart(a_series(point(2023, "904", "baseline"), latest), NAMES)

    assert "latest hollow" in kinds(chart)


def test_a_revised_goal_is_a_level_of_its_own_and_only_it_has_a_flag():
    goals = (
        Goal(Decimal(1100), "見直す前の目標 1,100", 2023, 2027, is_in_force=False),
        Goal(Decimal(1200), "見直した目標 1,200", 2027, 2030),
    )
    series = Series(2023, 2030, (point(2023, "904", "baseline"),), goals)
    chart = line_chart(series, NAMES)

    first, second = lines(chart, "goal")
    assert first["x2"] == second["x1"] == "54.14%"
    assert float(first["y1"]) > float(second["y1"])
    assert kinds(chart).count("goal") == 1


def test_the_path_runs_through_every_year_and_the_named_one_has_a_mark():
    path = tuple(
        point(year, 904 + 28 * (year - 2023), "expected") for year in range(2023, 2031)
    )
    marked = Point(2025, Decimal(960), "目安 960", kind="expected")
    chart = line_chart(
        a_series(
            point(2023, "904", "baseline"),
            point(2025, "940", "latest"),
            path=path,
            marked=marked,
            path_text="目安の線",
        ),
        NAMES,
    )
    words = {label["text"]: float(label["y"]) for label in chart["labels"]}

    assert len(lines(chart, "path")) == 7
    assert len(lines(chart, "gap")) == 1
    assert words["目安 960"] < words["940"]
    assert "目安の線" in words


@pytest.mark.parametrize(
    ("values", "starts"),
    [
        (["0.5", "100"], True),
        (["0", "4"], True),
        (["904", "1100"], False),
        (["-5", "10"], False),
        (["0", "0"], False),
        (["7", "7"], False),
    ],
    ids=["percent", "from nothing", "far from zero", "below zero", "all zero", "level"],
)
def test_the_height_starts_at_zero_only_where_zero_is_near(values, starts):
    scale = Scale([2023, 2030], [Decimal(value) for value in values])

    assert scale.starts_at_zero is starts
    assert all(58 <= scale.y(Decimal(value)) <= 250 for value in values)


def test_many_years_are_named_only_where_there_is_room():
    series = Series(2010, 2040, (point(2010, "1", "baseline"), point(2011, "2")))
    named = [tick["label"] for tick in line_chart(series, NAMES)["ticks"]]

    assert len(named) == 31
    assert 3 <= len([label for label in named if label]) <= 9

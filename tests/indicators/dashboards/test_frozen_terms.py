"""A published year is shown by its own terms, whatever the target says today."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from indicators.dashboards.bars import bar_of, distance, why_no_bar
from indicators.dashboards.changes import changes
from indicators.dashboards.rows import item, numbers, reasons
from indicators.dashboards.standing import standing_of
from indicators.later_rows import Verdict
from indicators.progress_values import Settings
from tests.indicators.dashboards.standings import R6, R7, R8, a_period, a_standing
from tests.indicators.judging import a_goal
from tests.indicators.later import a_publication

PLAN = SimpleNamespace(slug="p")
PUBLISHED = {R6: 931, R7: 940}
HOUSEHOLDS = {
    "baseline_value": Decimal(100),
    "baseline_unit": "世帯",
    "goal_value": Decimal(2000),
    "goal_unit": "世帯",
}
WORDS = {"goal_state": "statement", "goal_value": None, "goal_text": "笑顔がふえる"}
MENDED = [
    HOUSEHOLDS,
    WORDS,
    {"baseline_fiscal_year": R8},
    {"baseline_value": Decimal(2000)},
    {"baseline_value": None, "baseline_fiscal_year": None},
    {"evaluation_mode": "monitor"},
    {"evaluation_mode": "maintain"},
    {"decimals": 2},
]


def as_pairs(standing):
    return [(row["label"], row["value"]) for row in numbers(standing)]


@pytest.mark.parametrize("mended", MENDED, ids=lambda mended: ", ".join(mended))
def test_a_row_of_a_published_year_stays_as_it_was(mended):
    before, after = a_standing(PUBLISHED), a_standing(PUBLISHED, mended=mended)

    assert item(after, PLAN, with_distance=True) == item(
        before, PLAN, with_distance=True
    )
    assert distance(after) == Decimal(-20) / 196
    assert changes([after], PLAN, R7) == changes([before], PLAN, R7)


def test_a_year_without_a_value_is_shown_by_the_terms_of_today():
    standing = a_standing({R6: 931}, mended=HOUSEHOLDS)

    assert as_pairs(standing) == [
        ("基準値（R5）", "100世帯"),
        ("目安（R7）", "642.9世帯"),
        ("実績（R7）", "未報告"),
        ("目標（R12）", "2,000世帯"),
    ]
    assert bar_of(standing)["tick"] == "35.57"


def test_the_pace_never_starts_from_a_value_in_another_unit():
    same, other = (
        a_standing({R6: 931}, mended=mended)
        for mended in ({"goal_value": Decimal(1300)}, HOUSEHOLDS)
    )

    assert "令和6年度の931人から、あと369人。" in reasons(same)[-1]
    assert not any("931" in text for text in reasons(other))


def test_the_pace_starts_from_a_baseline_that_is_newer_than_the_last_value():
    mended = {"baseline_value": Decimal(950), "baseline_fiscal_year": R7}
    standing = a_standing({R6: 931}, period=a_period(R8), mended=mended)

    assert "令和7年度の950人から、あと150人。" in reasons(standing)[-1]


def test_before_the_first_number_a_row_shows_the_terms_of_its_expected_value():
    empty = a_period(R7, path_year=R8, is_empty=True)
    standing = a_standing({R7: "collecting"}, period=empty, mended=HOUSEHOLDS)

    assert as_pairs(standing) == [
        ("基準値（R5）", "100世帯"),
        ("目安（R8）", "914.3世帯"),
        ("実績（R7）", "集計中"),
        ("目標（R12）", "2,000世帯"),
    ]
    assert bar_of(standing)["tick"] == "46.86"


def test_a_goal_that_became_words_is_printed_in_them():
    standing = a_standing(mended=WORDS)

    assert as_pairs(standing) == [("目標", "笑顔がふえる")]
    assert (bar_of(standing), why_no_bar(standing)) == (None, "")


def test_a_goal_in_words_of_a_published_year_keeps_its_words():
    standing = a_standing(
        {R7: 940}, **WORDS, mended={"goal_text": "だれもが笑顔でいる"}
    )

    assert as_pairs(standing) == [("目標", "笑顔がふえる")]


@pytest.mark.parametrize(
    ("r7", "movement"),
    [
        ({}, "922人／年 → 958人／年"),
        ({"goals": (a_goal("1100", unit="世帯"),)}, "922人／年 → 958世帯"),
        ({"decimals": 1}, "922人／年 → 958.0人／年"),
        (
            {"goals": (a_goal("1000"),)},
            "922人／年 → 958人／年（目標は1,100人／年から1,000人／年に変更）",
        ),
        (
            {"goals": (a_goal(year=2032),)},
            "922人／年 → 958人／年（目標の年度は令和12年度から令和14年度に変更）",
        ),
    ],
    ids=["as before", "another unit", "more decimals", "lower goal", "later goal"],
)
def test_each_side_of_a_movement_is_printed_by_its_own_year(r7, movement):
    target = a_standing({R6: 922, R7: 958}, mended=HOUSEHOLDS).target
    row = target.publications[R7][-1]
    told = {name: row[name] for name in Verdict._fields}
    changed = replace(row["terms"], **r7)
    target.publications[R7] = [a_publication(changed, R7, **told)]
    standing = standing_of(target, a_period(), Settings())

    (row,) = changes([standing], PLAN, R7)["rows"]

    assert row["movement"] == movement

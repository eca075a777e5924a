from decimal import Decimal
from types import SimpleNamespace

import pytest

from indicators.dashboards.empty import figures, question_about, questions, upcoming
from tests.indicators.dashboards.standings import R5, R7, a_period, a_standing

PLAN = SimpleNamespace(slug="p")
EMPTY = a_period(is_empty=True)


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({}, ""),
        ({"evaluation_mode": "monitor"}, "monitor"),
        ({"goal_state": "statement", "goal_value": None}, "goal_statement"),
        ({"goal_state": "undecided", "goal_value": None}, "goal_undecided"),
        ({"goal_unit": "回／年"}, "unit_check"),
        ({"goal_unit": "回／年", "unit_confirmed": True}, ""),
        ({"baseline_value": None}, "no_baseline"),
        ({"baseline_value": None, "evaluation_mode": "maintain"}, ""),
        ({"baseline_fiscal_year": None}, "no_years"),
        ({"goal_fiscal_year": None}, "no_years"),
        ({"baseline_value": Decimal(1100), "goal_fiscal_year": None}, ""),
    ],
)
def test_each_target_is_ready_or_asks_one_question(values, question):
    terms = a_standing(period=EMPTY, **values).target.terms

    assert question_about(terms, R7) == question


def test_targets_are_counted_by_what_they_still_need():
    standings = [
        a_standing(period=EMPTY),
        a_standing(period=EMPTY, baseline_value=None),
        a_standing(period=EMPTY, evaluation_mode="monitor"),
    ]

    shown = figures(standings, "取組目標")
    assert [(row["label"], row["count"], row["url"]) for row in shown] == [
        ("取組目標", "3", ""),
        ("実績が出れば判定できる", "1", ""),
        ("発行者の確認が必要", "1", "#h-questions"),
        ("推移だけを見る", "1", ""),
    ]


def test_the_targets_in_question_are_named():
    standings = [
        a_standing(period=EMPTY, code="a", name="窓口", baseline_value=None),
        a_standing(period=EMPTY, code="b", name="見守り", evaluation_mode="monitor"),
        *[a_standing(period=EMPTY, baseline_value=None)] * 20,
    ]

    watched, asked = questions(standings, PLAN)

    assert (watched["word"], watched["count"], watched["left"]) == (
        "推移を確認",
        "1",
        "",
    )
    assert watched["targets"] == [{"url": "/plans/p/targets/b/", "title": "見守り"}]
    assert (asked["word"], asked["count"], asked["left"]) == ("基準値なし", "21", "1")
    assert asked["targets"][0]["title"] == "窓口"


def test_what_comes_next_is_named_by_year_without_inventing_a_date():
    standings = [
        a_standing(period=EMPTY),
        a_standing(period=EMPTY),
        a_standing(period=EMPTY, baseline_fiscal_year=R5 - 1),
    ]

    rows = upcoming(standings, EMPTY, "取組目標", 8)

    assert [(row["when"], row["what"], row["chip"]["word"]) for row in rows] == [
        ("令和6年度と令和7年度", "取組目標（3件）の実績", "未報告"),
        ("令和8年度", "取組目標（3件）の実績", "報告時期前"),
        ("時期は未定", "市民アンケートの8項目", "次回調査待ち"),
    ]
    assert rows[1]["note"] == "令和9年3月31日に年度が終わります"

from types import SimpleNamespace

import pytest

from indicators.dashboards.changes import GOODNESS, changes
from indicators.judgement_labels import JUDGED
from tests.indicators.dashboards.standings import R6, R7, a_standing

PLAN = SimpleNamespace(slug="p")
# In R6 the expected value is 932; on track from 930, slightly behind from 920.
BETTER = a_standing({R6: 922, R7: 958})
WORSE = a_standing({R6: 931, R7: 940})
SAME = a_standing({R6: 931, R7: 958})
NEW = a_standing({R7: 958})
GONE = a_standing({R6: 931})


def found(*standings):
    return changes(standings, PLAN, R7)


def test_goodness_orders_every_judged_status():
    assert set(GOODNESS) == set(JUDGED)
    assert [GOODNESS[status] for status in JUDGED] == sorted(
        GOODNESS.values(), reverse=True
    )


def test_improved_and_worsened_are_counted_and_listed():
    result = found(BETTER, WORSE, SAME, NEW, GONE)

    assert result["sentence"] == (
        "令和6年度と判定を比べられる3件のうち、1件が改善し、1件が悪化しました。"
    )
    assert result["years"] == ["令和6年度", "令和7年度"]
    assert result["rows"] == [
        {
            "url": "/plans/p/targets/2-1/",
            "title": "福祉の総合相談窓口への新規相談者数",
            "target": 1,
            "change": "改善",
            "before": {"symbol": "△", "word": "やや遅れ", "css": "slight"},
            "now": {"symbol": "○", "word": "順調", "css": "on"},
            "movement": "922人／年 → 958人／年",
        },
        {
            "url": "/plans/p/targets/2-1/",
            "title": "福祉の総合相談窓口への新規相談者数",
            "target": 1,
            "change": "悪化",
            "before": {"symbol": "○", "word": "順調", "css": "on"},
            "now": {"symbol": "△", "word": "やや遅れ", "css": "slight"},
            "movement": "931人／年 → 940人／年",
        },
    ]


def test_newly_reported_is_a_value_where_the_year_before_had_none():
    result = found(SAME, NEW, a_standing({R6: "collecting", R7: 958}))

    assert result["new_sentence"] == (
        "令和7年度に値が公表され、その前の年度に値がない目標は2件です。"
    )
    assert len(result["new"]) == 2


@pytest.mark.parametrize("standing", [NEW, GONE, a_standing()])
def test_without_two_judged_years_nothing_is_compared(standing):
    assert found(standing)["sentence"] == (
        "令和6年度と令和7年度の判定を比べられる目標はありません。"
    )


def test_no_change_is_said_in_words():
    assert found(SAME)["sentence"] == (
        "令和6年度と判定を比べられる1件に、変化はありません。"
    )


def test_a_long_list_of_new_values_is_cut_and_says_so():
    result = found(*[NEW] * 25)

    assert len(result["new"]) == 20
    assert result["new_left"] == "5"

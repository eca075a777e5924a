from types import SimpleNamespace

import pytest

from indicators.dashboards.rows import item, reasons
from tests.indicators.dashboards.standings import R6, R7, R8, a_period, a_standing

PLAN = SimpleNamespace(slug="p")
EMPTY = a_period(R7, path_year=R8, is_empty=True)


@pytest.mark.parametrize(
    "values",
    [
        {"evaluation_mode": "monitor"},
        {"goal_state": "undecided", "goal_value": None},
        {"goal_unit": "回／年"},
    ],
    ids=["monitor", "no goal", "other unit"],
)
def test_a_row_without_a_value_says_so_even_where_the_status_does_not(values):
    missing = "令和7年度の実績は、まだこのサイトに登録されていません。"

    assert reasons(a_standing(**values))[-1] == missing
    assert missing not in reasons(a_standing({R7: 5}, **values))
    assert missing not in reasons(a_standing({R7: "suppressed"}, **values))
    assert missing not in reasons(a_standing(period=EMPTY, **values))


def test_a_row_of_the_running_year_misses_nothing_yet():
    watched = a_standing(period=a_period(R8), evaluation_mode="monitor")

    assert reasons(watched)[-1] == "令和8年度は、まだ終わっていません。"


def test_a_target_without_a_report_keeps_its_last_status_with_the_year():
    row = item(a_standing({R6: 931}), PLAN)

    assert row["chip"]["word"] == "未報告"
    assert row["last"] == {
        "year": "令和6年度",
        "symbol": "○",
        "word": "順調",
        "css": "on",
    }
    assert row["reasons"] == [
        "令和7年度の実績は、まだこのサイトに登録されていません。",
        "令和6年度の931人から、あと169人。1年あたり約28人の増加が必要です。",
    ]


def test_an_ended_plan_shows_no_status_for_what_never_came():
    row = item(a_standing(period=a_period(is_over=True)), PLAN)

    assert row["chip"] is None
    assert row["reasons"] == ["この年度の実績は、このサイトに登録されていません。"]
    assert "目安" not in str(row["numbers"])

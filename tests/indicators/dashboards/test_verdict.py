from decimal import Decimal

import pytest

from indicators.dashboards.verdict import verdict
from tests.indicators.dashboards.standings import R5, R7, R8, a_period, a_standing

ACHIEVED, ON_TRACK, SLIGHT, BEHIND = (
    a_standing({R7: value}) for value in (1112, 958, 940, 920)
)
KEPT = a_standing({R7: 1100}, evaluation_mode="maintain", direction="increase")
MISSED = a_standing({R7: 1000}, goal_fiscal_year=R7)
UNREPORTED = a_standing()


def said(standings, **values):
    return "".join(verdict(standings, a_period(**values)))


def test_the_verdict_counts_in_words():
    assert said([ACHIEVED, ON_TRACK, SLIGHT, BEHIND, UNREPORTED]) == (
        "判定できた4件の目標のうち、2件が達成・順調、2件が順調の範囲に届いていません。"
    )


def test_the_verdict_tells_a_missed_goal_from_a_slow_one():
    assert said([KEPT, SLIGHT, MISSED]) == (
        "判定できた3件の目標のうち、1件が維持、"
        "1件が順調の範囲に届かず、1件が目標に届いていません。"
    )


def test_the_verdict_of_one_kind_alone_says_all():
    assert said([ON_TRACK, ON_TRACK]) == "判定できた2件の目標は、すべて順調です。"
    assert said([ON_TRACK]) == "判定できた1件の目標は、順調です。"
    assert said([BEHIND, SLIGHT]) == (
        "判定できた2件の目標は、すべて順調の範囲に届いていません。"
    )


def test_the_verdict_names_the_part_that_is_looked_at():
    phrases = verdict([ON_TRACK], a_period(), "基本方針2")

    assert phrases[0] == "基本方針2では、"


def test_before_the_first_value_the_verdict_promises_nothing():
    assert said([UNREPORTED], is_empty=True) == (
        "実績の公表はこれからです。"
        "いまは、出発点と目標、各年度の目安をご覧いただけます。"
    )
    assert said([UNREPORTED], is_empty=True, is_over=True) == (
        "この計画の実績は、このサイトに登録されていません。"
    )


def test_a_year_without_a_verdict_says_which_year_and_why():
    collecting = a_standing({R7: "collecting"})
    watched = a_standing({R7: 5}, evaluation_mode="monitor")

    assert said([UNREPORTED]) == (
        "令和7年度の実績は、まだこのサイトに登録されていません。"
    )
    assert said([collecting]) == "令和7年度の実績は、集計中です。"
    assert said([watched]) == (
        "令和7年度に判定できた目標はありません。1件が判定対象外です。"
    )
    assert said([]) == "この条件に当てはまる目標はありません。"


def test_one_missing_report_does_not_speak_for_what_was_published():
    suppressed = a_standing({R7: "suppressed"})
    stopped = a_standing({R7: "not_implemented"})
    first = a_standing({R7: 70}, baseline_value=None)

    assert said([UNREPORTED, first, stopped, suppressed]) == (
        "令和7年度に判定できた目標はありません。1件が報告待ち、3件が判定対象外です。"
    )
    assert said([UNREPORTED, a_standing({R7: "collecting"})]) == (
        "令和7年度に判定できた目標はありません。2件が報告待ちです。"
    )


def test_the_running_year_is_said_to_be_running():
    unreported = a_standing(period=a_period(R8))
    watched = a_standing({R8: 5}, period=a_period(R8), evaluation_mode="monitor")

    assert said([unreported], year=R8) == (
        "令和8年度は、まだ終わっていません。実績の公表はこれからです。"
    )
    assert said([unreported, watched], year=R8) == (
        "令和8年度は、まだ終わっていません。1件が報告待ち、1件が判定対象外です。"
    )


@pytest.mark.parametrize("is_empty", [True, False], ids=["no value", "some value"])
def test_the_year_where_targets_begin_is_not_called_unreported(is_empty):
    period = a_period(R5, is_empty=is_empty)
    at_start = a_standing(period=period)
    no_baseline = a_standing(
        period=period, baseline_value=None, baseline_fiscal_year=None
    )

    def of(*standings):
        return "".join(verdict(standings, period))

    assert of(at_start) == "令和5年度は、出発点の年度か、それより前の年度です。"
    assert of(at_start, at_start, no_baseline) == (
        "令和5年度は、3件の目標のうち2件で、出発点の年度か、それより前の年度です。"
        "ほかの1件にも、判定できたものはありません。"
    )


def test_no_verdict_ever_gives_a_percentage_or_a_grade():
    many = [a_standing({R7: Decimal(value)}) for value in range(850, 1150, 10)]

    assert "%" not in said(many)
    assert "点" not in said(many)

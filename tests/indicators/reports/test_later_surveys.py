"""Surveys that came or changed after a pack are listed on it."""

import pytest

from indicators.models import SurveyResult, SurveyWave
from indicators.reports.corrections import corrections
from indicators.reports.later_rows import FIRST
from indicators.reports.publishing import publish_report
from tests.factories import a_survey_indicator
from tests.indicators.reports.packs import AT, LATER, a_followed_plan, listed, saved

pytestmark = pytest.mark.django_db


def a_wave(plan, **values):
    wave = SurveyWave(plan=plan, fiscal_year=2025, valid_n=1000)
    return saved(wave, **{"state": "published", **values})


def a_result(wave, indicator, percent="34.5", **values):
    result = SurveyResult(
        plan=wave.plan, wave=wave, indicator=indicator, percent=percent
    )
    return saved(result, **values)


def test_a_corrected_survey_result_is_listed():
    plan, policy, _ = a_followed_plan()
    indicator = a_survey_indicator(policy)
    result = a_result(a_wave(plan), indicator)
    report = publish_report(plan, 2025, at=AT)
    saved(result, at=LATER, reason="集計の誤り", percent="35.1")

    title = f"{indicator.question}（市民アンケート）"
    assert listed(report, plan) == [(title, "割合：34.5%", "割合：35.1%", "集計の誤り")]


def test_a_survey_that_comes_after_the_pack_is_listed_by_its_results():
    plan, policy, _ = a_followed_plan()
    indicator = a_survey_indicator(policy)
    wave = a_wave(plan, state="draft")
    a_result(wave, indicator)
    report = publish_report(plan, 2025, at=AT)
    saved(wave, at=LATER, state="published")

    ((title, before, after, reason),) = listed(report, plan)

    assert title == f"{indicator.question}（市民アンケート）"
    assert (before, reason) == ("登録なし", FIRST)
    assert after.startswith("割合：34.5%")


def test_a_corrected_survey_is_listed_once():
    plan, policy, _ = a_followed_plan()
    wave = a_wave(plan)
    a_result(wave, a_survey_indicator(policy))
    report = publish_report(plan, 2025, at=AT)
    saved(wave, at=LATER, reason="数え直し", valid_n=1010)

    assert listed(report, plan) == [
        (
            "市民アンケート",
            "有効回答数：1,000人",
            "有効回答数：1,010人",
            "数え直し",
        )
    ]


def test_what_surveys_are_compared_by_is_listed_when_it_was_changed_after_the_pack():
    plan, policy, _ = a_followed_plan()
    indicator = a_survey_indicator(policy, question="相談先の有無")
    saved(indicator, reason="直した", decimals=2)
    report = publish_report(plan, 2025, at=AT)
    saved(indicator, at=LATER, reason="写し誤り", desired_direction="decrease")

    (row,) = corrections(report, plan)

    assert row == {
        "url": indicator.get_absolute_url(),
        "title": "相談先の有無（評価項目）",
        "year": "令和7年度",
        "day": "令和8年11月2日",
        "before": "めざす向き：増やす",
        "after": "めざす向き：減らす",
        "chip": None,
        "reason": "写し誤り",
    }

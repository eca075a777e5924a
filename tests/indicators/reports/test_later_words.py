"""Reviews, opinions and surveys that came or changed after a pack are listed on it."""

import pytest

from indicators.models import SurveyResult, SurveyWave
from indicators.reports.corrections import corrections
from indicators.reports.publishing import publish_report
from tests.factories import a_survey_indicator
from tests.indicators.reports.packs import (
    AT,
    LATER,
    a_followed_plan,
    a_review,
    an_opinion,
    saved,
)

pytestmark = pytest.mark.django_db

FIRST = "この資料のあとに、はじめて公表しました。"


def a_wave(plan, **values):
    wave = SurveyWave(plan=plan, fiscal_year=2025, valid_n=1000)
    return saved(wave, **{"state": "published", **values})


def a_result(wave, indicator, percent="34.5", **values):
    result = SurveyResult(
        plan=wave.plan, wave=wave, indicator=indicator, percent=percent
    )
    return saved(result, **values)


def listed(report, plan):
    """What the sheet says of the rows: before, after, why."""
    return [
        (row["title"], row["before"], row["after"], row["reason"])
        for row in corrections(report, plan)
    ]


def test_a_corrected_review_is_listed_with_what_changed_and_why():
    plan, _, target = a_followed_plan()
    review = a_review(target.initiative)
    report = publish_report(plan, 2025, at=AT)
    saved(review, at=LATER, reason="記号の誤り", rating="B")

    (row,) = corrections(report, plan)

    assert row == {
        "url": target.initiative.get_absolute_url(),
        "title": f"{target.initiative.title}（担当課評価）",
        "year": "令和7年度",
        "day": "令和8年11月2日",
        "before": "評価：C 見直しが必要",
        "after": "評価：B おおむね計画どおり",
        "chip": None,
        "reason": "記号の誤り",
    }


def test_a_corrected_opinion_is_listed():
    plan, policy, _ = a_followed_plan()
    opinion = an_opinion(policy)
    report = publish_report(plan, 2025, at=AT)
    saved(opinion, at=LATER, reason="議事録に合わせた", text="店での案内を。")

    title = f"{policy.title}（委員会意見）"
    assert listed(report, plan) == [
        (
            title,
            "意見：「身近な案内を。」",
            "意見：「店での案内を。」",
            "議事録に合わせた",
        )
    ]


def test_a_review_that_is_written_after_the_pack_is_listed_as_new():
    plan, _, target = a_followed_plan()
    report = publish_report(plan, 2025, at=AT)
    a_review(target.initiative, at=LATER, comment="間に合いませんでした。")

    title = f"{target.initiative.title}（担当課評価）"
    after = "評価：C 見直しが必要、担当課のことば：「間に合いませんでした。」"
    assert listed(report, plan) == [(title, "登録なし", after, FIRST)]


def test_a_draft_that_is_published_after_the_pack_is_new_and_keeps_its_secrets():
    plan, _, target = a_followed_plan()
    draft = a_review(target.initiative, state="draft", comment="案の言葉")
    report = publish_report(plan, 2025, at=AT)
    saved(draft, at=LATER, state="published", comment="公開の言葉")

    ((_, before, after, reason),) = listed(report, plan)

    assert (before, reason) == ("登録なし", FIRST)
    assert "公開の言葉" in after


def test_what_was_said_before_the_pack_or_of_another_year_is_not_listed():
    plan, policy, target = a_followed_plan()
    saved(a_review(target.initiative), reason="直した", rating="B")
    other = an_opinion(policy, fiscal_year=2024)
    report = publish_report(plan, 2025, at=AT)
    saved(other, at=LATER, reason="直した", text="別の年の意見")

    assert corrections(report, plan) == []


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

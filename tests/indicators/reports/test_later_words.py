"""Reviews and opinions that came or changed after a pack are listed on it."""

import pytest

from indicators.reports.corrections import corrections
from indicators.reports.later_rows import FIRST
from indicators.reports.publishing import publish_report
from tests.indicators.reports.packs import (
    AT,
    LATER,
    a_followed_plan,
    a_review,
    an_opinion,
    listed,
    saved,
)

pytestmark = pytest.mark.django_db


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

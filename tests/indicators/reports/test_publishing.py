from copy import deepcopy
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from indicators.models import CouncilReport
from indicators.reports.publishing import publish_report
from plans.models import PageRevision
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.reports.packs import AT, a_followed_plan, a_review

pytestmark = pytest.mark.django_db


def test_a_pack_is_stored_with_its_day_and_raises_the_plans_revision():
    plan, _, _ = a_followed_plan()
    before = PageRevision.objects.get(pk=f"plan:{plan.slug}").rev

    report = publish_report(plan, 2025, at=AT)

    report.refresh_from_db()
    assert report.content["as_of"] == "令和8年10月1日現在"
    assert report.published_at == AT
    assert PageRevision.objects.get(pk=f"plan:{plan.slug}").rev > before


def test_the_day_is_that_of_japan():
    plan, _, _ = a_followed_plan()

    report = publish_report(plan, 2025, at=datetime(2026, 9, 30, 15, 30, tzinfo=UTC))

    assert report.as_of.isoformat() == "2026-10-01"


def test_a_frozen_pack_does_not_follow_what_changes_later():
    plan, policy, target = a_followed_plan()
    content = deepcopy(publish_report(plan, 2025, at=AT).content)

    type(target).objects.filter(pk=target.pk).update(name="別の名前")
    type(policy).objects.filter(pk=policy.pk).update(title="別の方針")

    assert CouncilReport.objects.get(plan=plan).content == content


def test_a_year_is_given_to_the_council_once():
    plan, _, _ = a_followed_plan()
    publish_report(plan, 2025, at=AT)

    with pytest.raises(ValidationError, match="すでに公表されています"):
        publish_report(plan, 2025, at=AT)


def test_a_year_that_is_not_over_is_refused():
    plan, _, _ = a_followed_plan()

    with pytest.raises(ValidationError, match="令和8年度はまだ終わっていない"):
        publish_report(plan, 2026, at=AT)


def test_a_draft_plan_is_refused():
    plan, _, _ = a_followed_plan(state="draft")

    with pytest.raises(ValidationError, match="下書きの計画の資料は公表できません"):
        publish_report(plan, 2025, at=AT)


def test_an_empty_pack_is_refused():
    plan = a_plan(period_start_fy=2024, period_end_fy=2030)
    target = a_target(an_initiative(a_measure(a_policy(plan))))
    publish_values(target, r6="931")

    with pytest.raises(ValidationError, match="空の資料になります"):
        publish_report(plan, 2025, at=AT)


def test_a_review_alone_is_enough_for_a_pack():
    plan = a_plan(period_start_fy=2024, period_end_fy=2030)
    a_review(an_initiative(a_measure(a_policy(plan))))

    assert publish_report(plan, 2025, at=AT).content["summary"]["ratings"]


def test_a_year_before_the_plan_is_refused_and_nothing_is_left():
    plan = a_plan(period_start_fy=2024, period_end_fy=2030)

    with pytest.raises(ValidationError, match="資料を作れる年度ではありません"):
        publish_report(plan, 2010, at=AT)

    assert not CouncilReport.objects.exists()

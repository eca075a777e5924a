"""Every target of a pack is counted once; goals in words stand with their words."""

from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from indicators.models import GoalRevision, JudgementSettings
from indicators.reports.content import report_content
from indicators.reports.publishing import publish_report
from plans.models import Plan
from tests.factories import a_target
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.reports.packs import AS_OF, AT, a_followed_plan, sheet_of

pytestmark = pytest.mark.django_db


def test_a_goal_in_words_is_listed_and_counted_once_as_the_dashboard_does(client):
    plan, _, target = a_followed_plan()
    a_target(
        target.initiative,
        code="1-2",
        name="集い",
        goal_state="statement",
        goal_text="だれもが集える",
        goal_value=None,
    )

    content = report_content(plan, 2025, as_of=AS_OF)

    board = client.get(f"/plans/{plan.slug}/dashboard/?year=R7").content
    board = BeautifulSoup(board, "html.parser").text
    assert content["policies"][0]["statements"] == [
        {"code": "1-2", "title": "集い", "text": "だれもが集える"}
    ]
    assert content["summary"]["counts"]["total"][-2:] == [
        {"word": "判定対象外", "count": "1"},
        {"word": "計", "count": "2"},
    ]
    assert content["summary"]["breakdown"].startswith("取組目標（2件）の数です。")
    assert content["summary"]["breakdown"] in board


def test_a_goal_revised_to_words_appears_with_its_new_words():
    plan, _, target = a_followed_plan()
    GoalRevision.objects.create(
        target=target,
        effective_from_fy=2026,
        decided_on=date(2026, 3, 1),
        reason="数では測れないため",
        goal_state="statement",
        goal_text="だれもが相談できる",
    )
    publish_report(plan, 2025, at=AT)

    now, next_year = (sheet_of(plan, year) for year in (2025, 2026))

    assert now["statements"] == []
    assert next_year["targets"] is None
    assert next_year["statements"] == [
        {"code": "1-1", "title": "新規相談者数", "text": "だれもが相談できる"}
    ]


def test_the_foot_names_the_limits_that_the_years_verdicts_were_made_by():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative)
    JudgementSettings.objects.create(
        plan=plan, k_on=Decimal("0.9"), k_slight=Decimal("0.5")
    )
    publish_values(other, r7="940")
    JudgementSettings.objects.update(k_on="0.8", k_slight="0.4")

    content = report_content(
        Plan.objects.select_related("judgement_settings").get(pk=plan.pk),
        2025,
        as_of=AS_OF,
    )

    assert (
        "判定の境目は、公表した時期により、目安までの変化の95%（順調）と"
        "60%（やや遅れ）、または90%（順調）と50%（やや遅れ）です。"
    ) in content["foot"]["notes"]


def test_the_summary_counts_every_target_once():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative, code="1-2")
    publish_values(other, r6="collecting")

    counts = report_content(plan, 2025, as_of=AS_OF)["summary"]["counts"]

    assert [cell["count"] for cell in counts["total"]] == ["1", "1", "0", "2"]
    assert [head["word"] for head in counts["heads"]] == [
        "やや遅れ",
        "報告待ち",
        "判定対象外",
    ]

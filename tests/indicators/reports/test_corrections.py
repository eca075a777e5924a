from datetime import UTC, datetime
from decimal import Decimal

import pytest

from indicators.actions import approve, publish
from indicators.models import CouncilReport
from indicators.reports.corrections import corrections
from indicators.reports.publishing import publish_report
from initiatives import answers
from tests.factories import a_target
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.reports.packs import AT, LATER, a_followed_plan
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def correct(target, year, value, *, at=LATER):
    observation = target.observations.get(fiscal_year=year)
    observation.value = Decimal(value)
    observation.correction_reason = "数え忘れがあったため"
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=at)
    approve(observation, by=None, at=at)
    publish(observation, at=at)


def test_a_later_correction_is_listed_with_old_and_new_value_and_why():
    plan, _, target = a_followed_plan()
    report = publish_report(plan, 2025, at=AT)
    correct(target, 2025, "958")

    assert corrections(report, plan) == [
        {
            "url": target.get_absolute_url(),
            "title": "新規相談者数",
            "year": "令和7年度",
            "day": "令和8年11月2日",
            "before": "940人／年",
            "after": "958人／年",
            "chip": {"symbol": "○", "word": "順調", "css": "on"},
            "reason": "数え忘れがあったため",
        }
    ]


def test_the_frozen_part_keeps_the_old_value(client):
    plan, _, target = a_followed_plan()
    publish_report(plan, 2025, at=AT)
    content = CouncilReport.objects.get(plan=plan).content

    correct(target, 2025, "958")
    page = client.get(f"/plans/{plan.slug}/reports/R7/").content.decode()

    assert CouncilReport.objects.get(plan=plan).content == content
    assert "<b>940</b>" in page
    assert "公表後の訂正（1件）" in page
    assert "958人／年" in page


def test_an_earlier_year_counts_and_a_later_one_does_not():
    plan, _, target = a_followed_plan()
    report = publish_report(plan, 2025, at=AT)
    correct(target, 2024, "930")
    publish_values(a_target(target.initiative), r6="920")
    at_r8 = datetime(2027, 5, 1, tzinfo=UTC)
    observation = target.observations.create(fiscal_year=2026, value=Decimal(990))
    answers.submit(observation, by=None, at=at_r8)
    approve(observation, by=None, at=at_r8)
    publish(observation, at=at_r8)

    found = corrections(report, plan)

    assert [(row["year"], row["after"]) for row in found] == [
        ("令和6年度", "930人／年")
    ]


def test_a_value_that_comes_after_the_pack_is_listed_as_new():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative, name="遅れて届いた数")
    report = publish_report(plan, 2025, at=AT)
    observation = other.observations.create(fiscal_year=2025, value=Decimal(950))
    answers.submit(observation, by=None, at=LATER)
    approve(observation, by=None, at=LATER)
    publish(observation, at=LATER)

    (row,) = corrections(report, plan)

    assert (row["title"], row["before"]) == ("遅れて届いた数", "登録なし")
    assert "はじめて公表" in row["reason"]


def test_a_figure_that_completes_a_provisional_one_says_so():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative)
    publish_values(other, r7="collecting")
    report = publish_report(plan, 2025, at=AT)
    observation = other.observations.get()
    observation.value, observation.value_state = Decimal(950), ""
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=LATER)
    approve(observation, by=None, at=LATER)
    publish(observation, at=LATER)

    (row,) = corrections(report, plan)

    assert (row["before"], row["after"]) == ("集計中", "950人／年")
    assert row["reason"] == "集計中や速報としていた値のあとに、公表しました。"


def test_the_page_costs_five_queries_however_many_corrections(client):
    plan, _, target = a_followed_plan()
    publish_report(plan, 2025, at=AT)
    address = f"/plans/{plan.slug}/reports/R7/"
    correct(target, 2025, "941")
    first = queries_of(client, address)
    for number in range(942, 962):
        correct(target, 2025, number)

    assert queries_of(client, address) == first <= 5

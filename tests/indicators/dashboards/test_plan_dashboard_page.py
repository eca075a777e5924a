import pytest

from indicators.models import Observation
from tests.factories import a_policy, a_survey_indicator
from tests.indicators.dashboards.pages import page_of, verdict
from tests.indicators.dashboards.records import a_review, a_wave

pytestmark = pytest.mark.django_db


def test_the_page_begins_with_one_sentence_that_counts(client, targets):
    soup = page_of(client)

    assert soup.h1.text == "目標の進み具合"
    assert verdict(soup) == (
        "判定できた3件の目標のうち、2件が達成・順調、1件が順調の範囲に届いていません。"
    )
    tiles = [tile.text.strip() for tile in soup.select(".counts li")]
    assert tiles == [
        *("1件◎達成", "1件○順調", "1件▼後退", "1件－報告待ち", "0件－判定対象外")
    ]


def test_the_bars_of_each_policy_have_their_numbers_in_words(client, targets):
    rows = page_of(client).select(".by-policy > li")

    assert [row.select_one("b").text for row in rows] == ["基本方針1", "基本方針2"]
    assert rows[0].select_one("svg")["aria-hidden"] == "true"
    lines = [[line.text for line in row.select(".key li span")] for row in rows]
    assert lines == [
        ["達成：1件", "後退：1件"],
        ["順調：1件", "報告待ち：1件（未報告1件）"],
    ]


def test_the_targets_come_before_the_reviews(client, targets):
    a_review(targets["better"].initiative)

    sections = [
        section["aria-labelledby"] for section in page_of(client).select("main section")
    ]

    assert sections.index("h-targets") < sections.index("h-reviews")


def test_the_page_says_what_changed_and_what_is_missing(client, targets):
    soup = page_of(client)

    changes = soup.select_one("[aria-labelledby=h-changes]").text
    waiting = soup.select_one("[aria-labelledby=h-waiting]").text
    assert "2件のうち、1件が改善し、1件が悪化しました。" in changes
    assert "922人／年 → 1,112人／年" in changes
    assert "その前の年度に値がない目標は1件です。" in changes
    assert "令和7年度の報告を待っている目標は1件です。" in waiting
    assert "報告のない目標" in waiting


def test_every_bar_has_its_numbers_in_text(client, targets):
    for row in page_of(client).select("#targets .item"):
        assert row.select_one("svg.bullet")["aria-hidden"] == "true"
        labels = [label.text for label in row.select(".nums dt")]
        assert labels == ["基準値（R5）", "目安（R7）", "実績（R7）", "目標（R12）"]
        assert "1,100人／年" in row.select_one(".nums").text


def test_a_value_worse_than_the_baseline_is_called_a_step_back(client, targets):
    soup = page_of(client)

    (row,) = [row for row in soup.select(".item") if "悪くなった" in row.text]
    assert row.select_one("line.back")
    assert "後退" in row.select_one(".bar").text


def test_only_published_values_are_shown(client, targets):
    Observation.objects.create(
        target=targets["waiting"], fiscal_year=2025, value="7777", state="approved"
    )

    assert "7,777" not in page_of(client).text


def test_survey_changes_are_shown_once_a_wave_is_published(client, plan):
    indicator = a_survey_indicator(a_policy(plan), question="相談できるか")
    a_wave(plan, 2025, results={indicator: "34.5"})
    a_wave(plan, 2026, results={indicator: "99.9"}, state="draft")

    section = page_of(client).select_one("[aria-labelledby=h-surveys]")

    assert "30.2% → 34.5%" in section.text
    assert "4.3ポイント増" in section.text
    assert "改善" in section.text
    assert "99.9" not in section.text


def test_a_target_without_a_report_shows_its_last_status_with_the_year(client, targets):
    soup = page_of(client)

    (row,) = [row for row in soup.select(".item") if "報告のない目標" in row.text]
    assert row.select_one(".st").text == "－未報告"
    assert row.select_one(".last").text == "令和6年度は○順調"

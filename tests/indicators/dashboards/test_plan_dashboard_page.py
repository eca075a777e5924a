from datetime import date

import pytest
from bs4 import BeautifulSoup

from indicators.models import Observation
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.indicators.dashboards.records import a_department, a_review, a_wave
from tests.indicators.dashboards.standings import TODAY, publish_values

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september_of_r8(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)


@pytest.fixture
def plan():
    return a_plan(slug="mihon", title="見本市地域福祉計画")


@pytest.fixture
def targets(plan):
    """Four targets in two policies: better, worse, new and not reported in R7."""
    one = an_initiative(a_measure(a_policy(plan, code="1", title="支えあい")))
    two = an_initiative(a_measure(a_policy(plan, code="2", title="安全・安心")))
    better = a_target(one, code="better", name="よくなった目標")
    worse = a_target(one, code="worse", name="悪くなった目標")
    new = a_target(two, code="new", name="新しい目標", measure_type="flow")
    waiting = a_target(two, code="waiting", name="報告のない目標")
    publish_values(better, r6="922", r7="1112")
    publish_values(worse, r6="931", r7="880")
    publish_values(new, r7="958")
    publish_values(waiting, r6="931")
    return {"better": better, "worse": worse, "new": new, "waiting": waiting}


def page_of(client, query="", slug="mihon"):
    response = client.get(f"/plans/{slug}/dashboard/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(soup):
    return [link.text for link in soup.select("#targets .item .t a")]


def verdict(soup):
    return soup.select_one(".verdict").text


def test_the_page_begins_with_one_sentence_that_counts(client, targets):
    soup = page_of(client)

    assert soup.h1.text == "目標の進み具合"
    assert verdict(soup) == (
        "判定できた3件の目標のうち、2件が達成・順調、1件が順調の範囲に届いていません。"
    )
    tiles = [tile.text.strip() for tile in soup.select(".counts li")]
    assert tiles == ["1◎達成", "1○順調", "1▼後退", "1－報告待ち", "0－判定対象外"]


def test_the_bars_of_each_policy_have_their_numbers_in_words(client, targets):
    rows = page_of(client).select(".by-policy > li")

    assert [row.select_one("b").text for row in rows] == ["基本方針1", "基本方針2"]
    assert rows[0].select_one("svg")["aria-hidden"] == "true"
    lines = [[line.text for line in row.select(".key li span")] for row in rows]
    assert lines == [
        ["達成：1件", "後退：1件"],
        ["順調：1件", "報告待ち：1件（未報告1）"],
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
    assert "922 → 1,112人／年" in changes
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


@pytest.mark.parametrize("year", ["R6", "2024", "令和6年度"])
def test_another_year_is_judged_by_its_own_values(client, targets, year):
    soup = page_of(client, f"?year={year}")

    assert soup.select_one(".eyebrow").text == "令和6年度（2024年度）"
    assert "判定できた3件の目標" in verdict(soup)
    assert "比べられる目標はありません。" in soup.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=on_track", ["新しい目標"]),
        ("?status=waiting", ["報告のない目標"]),
        ("?status=judged&policy=1", ["よくなった目標", "悪くなった目標"]),
        ("?policy=2", ["新しい目標", "報告のない目標"]),
        ("?type=flow", ["新しい目標"]),
        ("?status=monitor", []),
    ],
)
def test_each_filter_narrows_the_list(client, targets, query, found):
    assert names(page_of(client, query)) == found


def test_one_policy_has_its_own_verdict_and_a_way_back(client, targets):
    soup = page_of(client, "?policy=1&year=R7")

    assert verdict(soup).startswith("基本方針1では、判定できた2件の目標のうち、")
    assert "基本方針1「支えあい」だけを見ています。" in soup.text
    assert soup.select_one(".scope a")["href"] == "/plans/mihon/dashboard/?year=R7"


def test_a_department_is_a_filter_and_has_a_page_of_its_own(client, targets):
    department = a_department()
    targets["new"].department = department
    targets["new"].save()

    soup = page_of(client, "?department=fukushi")

    assert names(soup) == ["新しい目標"]
    links = [link["href"] for link in soup.select("main .linklist a")]
    assert links == ["/plans/mihon/departments/fukushi/"]


def test_the_list_can_begin_with_the_furthest_behind(client, targets):
    soup = page_of(client, "?sort=distance")

    assert names(soup) == [
        "悪くなった目標",
        "新しい目標",
        "よくなった目標",
        "報告のない目標",
    ]
    assert "目安より、全体の幅の40.8%分遅れ" in soup.text
    assert soup.select_one("#f-sort [selected]")["value"] == "distance"


def test_wrong_choices_are_left_out_with_one_sentence(client, targets):
    soup = page_of(client, "?year=R99&policy=9&status=%3Cscript%3E&sort=x")

    assert "年度・方針・判定・並べ方の条件は、このページで使えない値のため" in soup.text
    assert len(names(soup)) == 4
    assert soup.select_one("script") is None


def test_the_form_is_plain_and_keeps_what_was_chosen(client, targets):
    form = page_of(client, "?year=R6&policy=2").select_one("form.filters")

    assert (form["method"], form["action"]) == (
        "get",
        "/plans/mihon/dashboard/#targets",
    )
    chosen = {
        select["name"]: select.select_one("[selected]")["value"]
        for select in form.select("select")
    }
    assert chosen == {
        "year": "R6",
        "policy": "2",
        "type": "",
        "status": "",
        "sort": "plan",
    }
    assert all(form.select_one(f"label[for=f-{name}]") for name in chosen)


def test_only_published_values_are_shown(client, targets):
    Observation.objects.create(
        target=targets["waiting"], fiscal_year=2025, value="7777", state="approved"
    )

    assert "7,777" not in page_of(client).text


def test_before_the_first_value_the_page_shows_what_is_known(client):
    soup = page_of(client, slug="kashiwa-chiiki-fukushi")

    assert verdict(soup) == (
        "実績の公表はこれからです。"
        "いまは、出発点と目標、各年度の目安をご覧いただけます。"
    )
    figures = {fig.dt.text: fig.dd.text for fig in soup.select(".figs .fig")}
    assert figures == {
        "取組目標": "14件",
        "実績が出れば判定できる": "8件",
        "発行者の確認が必要": "5件",
        "推移だけを見る": "1件",
    }
    assert "令和6年度と令和7年度" in soup.text
    assert "令和9年3月31日に年度が終わります" in soup.text
    assert (
        "令和5年度の904人から、あと196人。1年あたり約28人の増加が必要です。"
        in soup.text
    )
    assert "目安（R8）" in soup.text
    assert "集計中" not in soup.select_one("main").text
    assert len(soup.select("#targets .item")) == 14
    assert len(soup.select("#targets .item svg.bullet")) == 8


def test_survey_indicators_wait_for_the_next_wave(client):
    section = page_of(client, slug="kashiwa-chiiki-fukushi").select_one(
        "[aria-labelledby=h-surveys]"
    )

    assert len(section.select("tbody tr")) == 8
    assert "次回調査待ち" in section.text
    assert "5.5%" in section.text
    assert "減らす" in section.text


def test_survey_changes_are_shown_once_a_wave_is_published(client, plan):
    indicator = a_survey_indicator(a_policy(plan), question="相談できるか")
    a_wave(plan, 2025, results={indicator: "34.5"})
    a_wave(plan, 2026, results={indicator: "99.9"}, state="draft")

    section = page_of(client).select_one("[aria-labelledby=h-surveys]")

    assert "30.2% → 34.5%" in section.text
    assert "4.3ポイント増" in section.text
    assert "改善" in section.text
    assert "99.9" not in section.text


def test_an_ended_plan_says_so_and_misses_nothing(client):
    ended = a_plan(slug="ended", period_start_fy=2014, period_end_fy=2018)
    target = a_target(
        an_initiative(a_measure(a_policy(ended))),
        baseline_fiscal_year=2013,
        goal_fiscal_year=2020,
    )

    empty = page_of(client, slug="ended").text
    publish_values(target, **{"r-1": "1000"})
    full = page_of(client, slug="ended")

    for text in (empty, full.text):
        assert "この計画の期間は平成30年度で終わりました。" in text
        assert "未報告" not in text
    assert "目安（" not in full.select_one("#targets .nums").text
    assert full.select_one(".eyebrow").text == "平成30年度（2018年度）"
    assert full.select_one("#targets line.tick") is None


def test_a_target_without_a_report_shows_its_last_status_with_the_year(client, targets):
    soup = page_of(client)

    (row,) = [row for row in soup.select(".item") if "報告のない目標" in row.text]
    assert row.select_one(".st").text == "－未報告"
    assert row.select_one(".last").text == "令和6年度は○順調"


def test_a_plan_that_is_not_public_has_no_dashboard(client):
    a_plan(slug="draft", state="draft")

    assert client.get("/plans/draft/dashboard/").status_code == 404
    assert client.get("/plans/nowhere/dashboard/").status_code == 404


def test_every_public_plan_has_a_dashboard(client, django_assert_max_num_queries):
    for slug in (
        "kashiwa-chiiki-fukushi",
        "kashiwa-saihan-boshi",
        "kashiwa-juso",
        "kashiwa-hashira-1",
        "kashiwa-shakyo-3",
        "kita-ku",
        "okegawa-shakyo-6",
    ):
        with django_assert_max_num_queries(6):
            soup = page_of(client, slug=slug)
        assert len(soup.select("h1")) == 1
        assert soup.select_one(".verdict").text


def test_today_decides_which_years_can_be_chosen(client, targets, monkeypatch):
    later = date(2028, 4, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: later)

    years = [option["value"] for option in page_of(client).select("#f-year option")]

    assert years == ["R10", "R9", "R8", "R7", "R6"]

import pytest

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.pages import page_of, verdict
from tests.indicators.dashboards.standings import publish_values
from tests.kept_pages import no_pages_kept

pytestmark = pytest.mark.django_db


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
        with no_pages_kept(), django_assert_max_num_queries(6):
            soup = page_of(client, slug=slug)
        assert len(soup.select("h1")) == 1
        assert soup.select_one(".verdict").text


def test_a_plan_that_is_not_public_has_no_dashboard(client):
    a_plan(slug="draft", state="draft")

    assert client.get("/plans/draft/dashboard/").status_code == 404
    assert client.get("/plans/nowhere/dashboard/").status_code == 404


def test_what_the_publisher_must_confirm_is_listed_by_name(client):
    soup = page_of(client, slug="kashiwa-chiiki-fukushi")

    link = soup.select_one(".figs a")
    section = soup.select_one(f"[aria-labelledby={link['href'][1:]}]")
    assert link.text == "発行者の確認が必要"
    groups = {
        word.text: len(word.find_next("dd").select(".named a"))
        for word in section.select("dt")
    }
    assert groups == {
        "推移を確認（1件）": 1,
        "目標値未設定（1件）": 1,
        "単位確認中（1件）": 1,
        "基準値なし（3件）": 3,
    }


def test_the_running_year_of_the_bars_is_named_once(client):
    soup = page_of(client, slug="kashiwa-chiiki-fukushi")

    assert soup.text.count("R8は今年度（令和8年度）です。") == 1


def test_the_year_in_which_most_targets_begin_misses_nothing(client):
    initiative = an_initiative(a_measure(a_policy(a_plan(slug="mihon"))))
    publish_values(a_target(initiative, baseline_fiscal_year=2022), r6="930")
    a_target(initiative)

    soup = page_of(client, "?year=R5")

    assert verdict(soup) == (
        "令和5年度は、2件の目標のうち1件で、出発点の年度か、それより前の年度です。"
        "ほかの1件にも、判定できたものはありません。"
    )
    assert not soup.select_one("[aria-labelledby=h-waiting]")

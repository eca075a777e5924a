import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from indicators.models import Target
from indicators.presenters.target_page import target_for_page, target_page
from plans.models import Plan
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.published import (
    NOVEMBER_R8,
    publish_value,
    soup_of,
    stop_the_clock,
    text_of,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi/targets/"


@pytest.fixture(autouse=True)
def _november_of_r8(monkeypatch):
    stop_the_clock(monkeypatch)


def test_target_page_shows_start_goal_and_the_printed_words(client):
    page = text_of(client, f"{KASHIWA}2-1/")

    assert "福祉の総合相談窓口への新規相談者数" in page
    assert "基準値（令和5年度）904人／年" in page
    assert "目標値（令和12年度）1,100人／年" in page
    assert "目標値(R12年度) 1,100人／年" in page
    assert "基本方針2 基本施策1" in page


def test_before_any_value_the_page_says_what_is_known_and_what_is_needed(client):
    page = text_of(client, f"{KASHIWA}2-1/")

    assert "令和7年度の実績は、まだこのサイトに登録されていません。" in page
    assert "今年度（令和8年度）の目安988人／年" in page
    assert "あと196人。1年あたり約28人の増加が必要です。" in page
    assert "7年で196人増やす目標" in page
    assert "集計中" not in page


@pytest.mark.parametrize(
    ("code", "word", "sentence"),
    [
        ("4-3", "単位確認中", "基準値と目標値の単位が違うため、図はありません。"),
        ("3-4", "目標値未設定", "目標の数値が決まっていないため"),
        ("4-4", "推移を確認", "増減の良し悪しは判定しません"),
        ("1-2", "未報告", "目標に届いたかどうかだけを判定します。"),
    ],
)
def test_target_page_says_in_words_why_there_is_no_verdict(
    client, code, word, sentence
):
    page = text_of(client, f"{KASHIWA}{code}/")

    assert word in page
    assert sentence in page


def test_a_target_of_an_ended_plan_is_not_reported_as_missing(client):
    plan = a_plan(period_start_fy=2014, period_end_fy=2018)
    target = a_target(an_initiative(a_measure(a_policy(plan))))

    page = text_of(client, target.get_absolute_url())

    assert "この計画の期間は平成30年度で終わりました。" in page
    assert "未報告" not in page
    assert "必要です" not in page
    assert "目安" not in page


def test_a_goal_in_words_is_shown_as_words(client):
    page = text_of(client, "/plans/kashiwa-shakyo-3/targets/1-1-1/")

    assert (
        "楽しさや生きがいを感じながら地域活動に参加する市民がたくさん誕生する" in page
    )
    assert "言葉による目標" in page
    assert "基準値" not in page


@pytest.mark.parametrize("words", ["担い手がつながる。", ""], ids=["given", "none"])
def test_the_words_of_a_goal_stand_under_its_status(words):
    target = target_for_page(Target.objects, "kashiwa-shakyo-3", "1-1-1").get()
    page = {**target_page(target, NOVEMBER_R8), "goal_words": words}

    head = BeautifulSoup(
        render_to_string("indicators/target_detail.html", page), "html.parser"
    ).select_one(".head")

    assert [found.get_text() for found in head.select(".goal-words")] == (
        [f"目標 {words}"] if words else []
    )


def test_each_sentence_of_the_headline_can_start_a_line(client):
    soup = soup_of(client, f"{KASHIWA}3-4/")
    verdict = soup.select_one(".verdict")

    assert [span.get_text() for span in verdict.select("span")] == [
        sentence + "。" for sentence in verdict.get_text().split("。") if sentence
    ]


def test_a_target_leads_to_the_dashboard_of_its_plan(client):
    soup = soup_of(client, f"{KASHIWA}2-1/")

    link = soup.main.select_one('a[href="/plans/kashiwa-chiiki-fukushi/dashboard/"]')

    assert link.get_text() == "この計画の目標の進み具合"


def test_every_target_of_the_real_plans_has_a_complete_page():
    plans = Plan.objects.exclude(slug__startswith="plan-")
    targets = [
        target_for_page(Target.objects, plan.slug, target.code).get()
        for plan in plans
        for target in Target.objects.filter(plan=plan)
    ]

    pages = [target_page(target, NOVEMBER_R8) for target in targets]

    assert len(pages) > 14
    assert all(page["target"]["reason"] or page["period_over"] for page in pages)


def test_target_page_costs_the_same_however_many_targets_and_values(client):
    target = a_target()
    for year in (2024, 2025):
        publish_value(target, year, "940")
    first = queries_of(client, target.get_absolute_url())
    for _ in range(20):
        publish_value(a_target(target.initiative), 2025, "950")

    # One of them asks whether sample values are loaded.
    assert queries_of(client, target.get_absolute_url()) == first <= 6

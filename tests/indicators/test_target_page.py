from datetime import date

import pytest

from indicators.presenters.targets import target_row
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi/targets/"


def test_target_page_shows_start_goal_and_the_printed_words(client):
    page = client.get(f"{KASHIWA}2-1/").content.decode()

    assert "福祉の総合相談窓口への新規相談者数" in page
    assert "基準値（令和5年度）" in page
    assert "904人／年" in page
    assert "目標値（令和12年度）" in page
    assert "1,100人／年" in page
    assert "目標値(R12年度) 1,100人／年" in page
    assert "基本方針2 基本施策1" in page


@pytest.mark.parametrize(
    ("code", "word", "sentence"),
    [
        ("4-3", "単位確認中", "基準値と目標値の単位が違うため"),
        ("3-4", "目標値未設定", "原典に目標の数値が書かれていないため"),
        ("4-4", "推移を確認", "増減の良し悪しは判定しません"),
        ("2-1", "未報告", "の実績は、まだこのサイトに登録されていません。"),
        ("1-2", "未報告", "原典に記載なし"),
    ],
)
def test_target_page_says_in_words_why_there_is_no_verdict(
    client, code, word, sentence
):
    page = client.get(f"{KASHIWA}{code}/").content.decode()

    assert word in page
    assert sentence in page


def test_the_empty_state_speaks_of_the_latest_finished_fiscal_year():
    target = a_target()
    target.refresh_from_db()
    values = vars(target)

    before = target_row(values, target.plan, date(2027, 3, 31))
    after = target_row(values, target.plan, date(2027, 4, 1))

    assert before["reason"].startswith("令和7年度の実績は")
    assert after["reason"].startswith("令和8年度の実績は")


def test_a_target_of_an_ended_plan_is_not_reported_as_missing(client):
    plan = a_plan(period_start_fy=2014, period_end_fy=2018)
    target = a_target(an_initiative(a_measure(a_policy(plan))))

    page = client.get(target.get_absolute_url()).content.decode()

    assert "この計画の期間は平成30年度で終わりました。" in page
    assert "未報告" not in page


def test_a_goal_in_words_is_shown_as_words(client):
    page = client.get("/plans/kashiwa-shakyo-3/targets/1-1-1/").content.decode()

    assert (
        "楽しさや生きがいを感じながら地域活動に参加する市民がたくさん誕生する" in page
    )
    assert "言葉による目標" in page
    assert "基準値" not in page


def test_target_page_costs_two_queries_however_many_targets(client):
    target = a_target()
    first = queries_of(client, target.get_absolute_url())
    for _ in range(20):
        a_target(target.initiative)

    assert queries_of(client, target.get_absolute_url()) == first <= 2

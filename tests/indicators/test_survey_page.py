from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup

from indicators.models import JudgementSettings
from indicators.presenters.survey_page import survey_page
from tests.factories import a_plan, a_policy, a_survey_indicator
from tests.indicators.test_surveys import a_wave
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def soup_of(client, indicator):
    response = client.get(indicator.get_absolute_url())
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text_of(client, indicator):
    return soup_of(client, indicator).main.get_text()


def test_survey_page_shows_question_answer_baseline_and_direction(client):
    address = "/plans/kashiwa-chiiki-fukushi/surveys/4-2/"

    page = BeautifulSoup(client.get(address).content, "html.parser").main.get_text()

    assert "災害が起きた時に支援をしてくれる人はいるか" in page
    assert "「支援してくれる人はいない」と答えた人の割合" in page
    assert "基準値（令和5年度）5.1%" in page
    assert "減らす" in page
    assert "次回調査待ち" in page
    assert "② 支援してくれる人はいない 5.1%" in page


def test_before_a_second_wave_the_page_says_how_a_change_will_be_judged(client):
    indicator = a_survey_indicator()

    page = text_of(client, indicator)

    assert "次の市民アンケートの結果は、まだこのサイトに登録されていません。" in page
    assert "「誤差の範囲」といいます" in page
    assert "約4.0ポイントより小さい変化は誤差の範囲とし" in page
    assert "1,000人が答えたものとした参考の値" in page


def test_a_change_beyond_the_margin_is_a_judgement_with_symbol_and_word(client):
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2023, valid_n=1000, method="郵送・無作為抽出")
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}}, valid_n=1000)

    soup = soup_of(client, indicator)

    assert soup.select_one(".head .st").get_text() == "○改善"
    assert soup.select_one(".verdict").get_text() == (
        "30.2% → 34.5%（4.3ポイント増・改善）。"
        "変化は、誤差の範囲（±4.1ポイント）を超えています。"
    )
    assert "郵送・無作為抽出" in soup.main.get_text()
    assert "参考" not in soup.main.get_text()


def test_a_change_within_the_margin_is_called_unchanged(client):
    indicator = a_survey_indicator(baseline_value="47.5")
    a_wave(indicator.plan, 2025, {indicator: {"percent": "50.0"}})

    soup = soup_of(client, indicator)

    assert soup.select_one(".head .st").get_text() == "＝横ばい（誤差の範囲）"
    assert soup.select_one("#h-waves").get_text() == "変化は、誤差の範囲の中にある"
    assert "（2.5ポイント増・横ばい・参考）" in soup.select_one(".verdict").get_text()
    assert "参考：回答数が分からない調査" in soup.main.get_text()


def test_the_chart_has_error_bars_and_the_table_the_same_numbers(client):
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}}, valid_n=1000)

    soup = soup_of(client, indicator)

    assert soup.select_one("svg[role=img] title").get_text() == (
        "調査ごとの割合の図。"
        "令和5年度は30.2%（誤差の範囲は±2.8ポイント）、"
        "令和7年度は34.5%（誤差の範囲は±2.9ポイント）。"
    )
    rows = soup.select("#h-waves ~ table tbody tr")
    cells = [[cell.get_text(" ", strip=True) for cell in row("td")] for row in rows]
    assert cells == [
        ["30.2%", "±2.8ポイント（参考）", "記載なし", "記載なし", "基準値"],
        [
            "34.5%",
            "±2.9ポイント",
            "1,000人",
            "記載なし",
            "○ 改善 30.2% → 34.5%（4.3ポイント増・改善・参考）",
        ],
    ]


def test_a_self_selected_wave_shows_its_value_without_a_test(client):
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "60"}}, self_selected=True)

    soup = soup_of(client, indicator)

    chip = soup.select_one(".head .st").get_text()
    assert chip == "－比較できません（自由回答のため）"
    assert "60.0%" in soup.main.get_text()
    assert len(soup.select("svg[role=img] line.err")) == 1


def test_an_unpublished_wave_stays_unseen(client):
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "77.7"}}, state="draft")

    page = text_of(client, indicator)

    assert "77.7" not in page
    assert "次回調査待ち" in page


def test_the_plan_may_assume_another_size(client):
    indicator = a_survey_indicator()
    JudgementSettings.objects.create(plan=indicator.plan, assumed_n=400)

    assert "次の調査も400人が答えた場合" in text_of(client, indicator)


def test_a_corrected_result_shows_the_old_one_the_day_and_why(client):
    indicator = a_survey_indicator()
    wave = a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}})
    result = wave.results.get()
    result.percent, result.history_reason = "35.1", "集計の誤りが見つかったため"
    result._history_date = datetime(2026, 10, 20, 15, 30, tzinfo=UTC)
    result.save()

    corrected = soup_of(client, indicator).select_one("#h-corrected ~ ul").get_text()

    assert corrected == (
        "令和7年度の調査を、令和8年10月21日に直しました。"
        "割合：34.5% → 35.1%。理由：集計の誤りが見つかったため"
    )


def test_a_corrected_survey_shows_what_was_said_of_it_before(client):
    indicator = a_survey_indicator()
    wave = a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}})
    wave.valid_n, wave.history_reason = 1120, "無効票の数え直し"
    wave.save()

    page = text_of(client, indicator)

    assert "有効回答数：1,100人 → 1,120人。理由：無効票の数え直し" in page


def test_what_was_changed_before_the_survey_was_public_stays_unseen(client):
    indicator = a_survey_indicator()
    wave = a_wave(indicator.plan, 2025, {indicator: {"percent": "77.7"}}, state="draft")
    result = wave.results.get()
    wave.state = "published"
    wave.save()
    result.percent = "34.5"
    result.save()

    page = text_of(client, indicator)

    assert "34.5%" in page
    assert "77.7" not in page


def test_an_ended_plan_says_so():
    plan = a_plan(period_start_fy=2014, period_end_fy=2018)
    indicator = a_survey_indicator(a_policy(plan))
    indicator.refresh_from_db()

    page = survey_page(indicator, date(2026, 11, 1))

    assert page["period_over"] == "この計画の期間は平成30年度で終わりました。"


def test_survey_page_costs_the_same_however_many_indicators(client):
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}})
    first = queries_of(client, indicator.get_absolute_url())
    others = [a_survey_indicator(indicator.policy) for _ in range(20)]
    a_wave(indicator.plan, 2026, {each: {"percent": "34.5"} for each in others})

    # One of them asks whether sample values are loaded.
    assert queries_of(client, indicator.get_absolute_url()) == first <= 4

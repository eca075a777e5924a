"""Entering a survey wave with its results."""

import pytest
from django.urls import reverse

from indicators.models import SurveyResult, SurveyWave
from tests.factories import a_survey_indicator
from tests.queries import queries_of
from tests.sent_forms import Screen, SentForm, soup_of
from tests.staff_records import a_person, client_of
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    """30.2 % in 令和5年度, to rise."""
    return a_survey_indicator(code="1-1", question="取り組んでいるか")


def new_form(client, plan, button="save"):
    address = reverse("survey-wave-new", args=[plan.slug])
    return SentForm(client, address, button)


def wave_form(client, wave, button="save"):
    return SentForm(client, reverse("survey-wave", args=[wave.pk]), button)


def box(indicator, name="percent"):
    return f"r{indicator.pk}-{name}"


def test_a_new_wave_is_stored_as_a_draft_with_what_was_answered(planner, indicator):
    other = a_survey_indicator(indicator.policy)
    form = new_form(planner, indicator.plan)
    form.fill(**{"wave-fiscal_year": 2025, "wave-valid_n": "１,０００"})
    form.fill(**{"wave-method": "郵送", box(indicator): "３４．５％"})

    screen = form.send(follow=True)

    wave = SurveyWave.objects.get(plan=indicator.plan)
    assert (wave.fiscal_year, wave.valid_n, wave.state) == (2025, 1000, "draft")
    result = SurveyResult.objects.get(wave=wave)
    assert (result.indicator, str(result.percent)) == (indicator, "34.50")
    assert not other.results.exists()
    assert "下書きに保存しました" in screen.response.content.decode()


def test_the_screen_shows_the_question_its_past_and_the_judgement(planner, indicator):
    past = a_wave(plan=indicator.plan, fiscal_year=2024, state="published")
    a_result(indicator=indicator, wave=past, percent="31.0")
    wave = a_wave(plan=indicator.plan, fiscal_year=2025, valid_n=1000)
    a_result(indicator=indicator, wave=wave, percent="34.5")

    text = Screen(planner.get(reverse("survey-wave", args=[wave.pk]))).text

    for words in (
        "取り組んでいるか",
        "30.2%（令和5年度）",
        "増やす",
        "31.0%（令和6年度）",
    ):
        assert words in text
    assert "30.2% → 34.5%（4.3ポイント増・改善・参考）" in text
    assert "1,000人が答えたものとして" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30～40", "2つの数があります"),
        ("104", "0から100までの数ではありません"),
        ("34.55", "小数点以下が2けた"),
        ("集計中", "「集計中」は割合ではありません"),
        ("-", "どれかを選んでください"),
    ],
)
def test_a_share_that_cannot_be_taken_is_told_and_kept(planner, indicator, typed, said):
    form = new_form(planner, indicator.plan)
    form.fill(**{"wave-fiscal_year": 2025, "wave-sent": "2000", box(indicator): typed})

    screen, again = form.send(), form.send_and_stay()

    assert screen.mistakes[0].startswith("評価項目1-1：割合（％）：")
    assert said in screen.mistakes[0]
    assert again.values[box(indicator)] == typed
    assert again.values["wave-sent"] == "2000"
    assert not SurveyWave.objects.filter(plan=indicator.plan).exists()


def test_a_question_cannot_have_more_answers_than_the_wave_as_typed(planner, indicator):
    form = new_form(planner, indicator.plan).fill(**{"wave-fiscal_year": 2025})
    form.fill(**{"wave-valid_n": 100, box(indicator): "30", box(indicator, "n"): 200})

    assert "有効回答数（100人）以下" in form.send().mistakes[0]


def test_a_year_that_has_a_wave_is_refused_in_words(planner, indicator):
    form = new_form(planner, indicator.plan).fill(**{"wave-fiscal_year": 2025})
    a_wave(plan=indicator.plan, fiscal_year=2025)

    assert "この年度の調査は、すでにあります。" in form.send().mistakes[0]


def test_an_emptied_box_deletes_nothing_but_asks(planner, indicator):
    result = a_result(indicator=indicator, wave=a_wave(plan=indicator.plan))

    screen = wave_form(planner, result.wave).fill(**{box(indicator): ""}).send()

    assert "空欄にしても、登録済みの結果は消えません" in screen.mistakes[0]
    assert SurveyResult.objects.filter(pk=result.pk).exists()


def test_a_result_of_a_draft_is_deleted_by_its_own_mark(planner, indicator):
    result = a_result(indicator=indicator, wave=a_wave(plan=indicator.plan))

    wave_form(planner, result.wave).fill(**{box(indicator, "forget"): "on"}).send()

    assert not SurveyResult.objects.filter(pk=result.pk).exists()
    assert SurveyResult.history.filter(id=result.pk, history_type="-").exists()


@pytest.mark.parametrize("page", ["list", "wave", "publish"])
def test_pages_cost_the_same_for_any_number_of_indicators(planner, indicator, page):
    wave = a_wave(plan=indicator.plan, fiscal_year=2025)
    a_result(indicator=indicator, wave=wave)
    address = {
        "list": reverse("survey-entry"),
        "wave": reverse("survey-wave", args=[wave.pk]),
        "publish": reverse("survey-wave-publish", args=[wave.pk]),
    }[page]
    few = queries_of(planner, address)

    for _ in range(5):
        a_result(indicator=a_survey_indicator(indicator.policy), wave=wave)

    assert queries_of(planner, address) == few <= 10


@pytest.mark.parametrize("role", ["担当課", "閲覧", "管理者"])
def test_other_roles_neither_see_nor_store_waves(role, indicator):
    client = client_of(a_person(role))
    address = reverse("survey-wave-new", args=[indicator.plan.slug])

    sent = client.post(address, {"wave-fiscal_year": 2025})

    assert (client.get(address).status_code, sent.status_code) == (403, 403)
    assert not SurveyWave.objects.filter(plan=indicator.plan).exists()


def test_the_enter_key_saves_and_goes_nowhere_else(planner, indicator):
    address = reverse("survey-wave-new", args=[indicator.plan.slug])

    page = soup_of(planner.get(address))

    assert page.select_one("main form button")["value"] == "save"

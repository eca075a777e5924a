"""Two people enter one wave: the second is told, sees both, and loses nothing."""

import pytest

from indicators.models import SurveyResult
from tests.factories import a_survey_indicator
from tests.indicators.survey_entry.test_waves import box, wave_form
from tests.staff_records import a_person, client_of
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db


@pytest.fixture
def tanaka():
    return client_of(a_person("計画担当"))


@pytest.fixture
def result():
    indicator = a_survey_indicator(code="1-1")
    wave = a_wave(plan=indicator.plan, fiscal_year=2025, valid_n=1000)
    return a_result(indicator=indicator, wave=wave, percent="34.5")


def shares(wave):
    rows = SurveyResult.objects.filter(wave=wave).values_list("percent", flat=True)
    return sorted(map(float, rows))


def test_two_shares_for_one_question_are_both_shown(planner, tanaka, result):
    name = box(result.indicator)
    first, second = (wave_form(one, result.wave) for one in (planner, tanaka))
    first.fill(**{name: "33"}).send()

    second.fill(**{name: "36", "wave-method": "郵送"})
    screen, again = second.send(), second.send_and_stay()

    assert (screen.status, shares(result.wave)) == (409, [33.0])
    assert screen.conflict == {"割合（％）": ("33", "36")}
    assert "佐藤 花子さんが" in screen.text
    assert (again.values[name], again.values["wave-method"]) == ("36", "郵送")
    assert again.send().status == 302
    assert shares(result.wave) == [36.0]


def test_a_result_that_somebody_else_entered_first_is_told(planner, tanaka, result):
    other = a_survey_indicator(result.indicator.policy)
    first, second = (wave_form(one, result.wave) for one in (planner, tanaka))
    first.fill(**{box(other): "50"}).send()

    screen = second.fill(**{box(other): "60"}).send()

    assert (screen.status, shares(result.wave)) == (409, [34.5, 50.0])
    assert screen.conflict["割合（％）"] == ("50", "60")


def test_what_one_did_not_touch_is_never_written_back(planner, tanaka, result):
    other = a_survey_indicator(result.indicator.policy)
    first, second = (wave_form(one, result.wave) for one in (planner, tanaka))
    first.fill(**{box(result.indicator): "33", box(other): "50"}).send()

    answer = second.fill(**{"wave-method": "郵送"}).send(follow=True)

    result.wave.refresh_from_db()
    assert (shares(result.wave), result.wave.method) == ([33.0, 50.0], "郵送")
    page = answer.response.content.decode()
    assert "ほかの人が保存した内容のまま残しました" in page


def test_a_result_that_was_deleted_meanwhile_does_not_come_back(
    planner, tanaka, result
):
    first, second = (wave_form(one, result.wave) for one in (planner, tanaka))
    first.fill(**{box(result.indicator, "forget"): "on"}).send()

    second.fill(**{"wave-method": "郵送"}).send()

    assert shares(result.wave) == []


def test_a_draft_that_was_published_meanwhile_is_told(planner, tanaka, result):
    second = wave_form(tanaka, result.wave).fill(**{"wave-valid_n": "900"})
    result.wave.state = "published"
    result.wave.save()

    screen = second.send()

    assert screen.status == 409
    assert screen.conflict["公開の状態"] == ("公開", "（この画面では変えられません）")


def test_a_button_that_was_pressed_twice_is_no_conflict(planner, result):
    form = wave_form(planner, result.wave).fill(**{box(result.indicator): "33"})

    assert [form.send().status, form.send().status] == [302, 302]


@pytest.mark.parametrize("versions", ["", "rubbish"])
def test_a_form_without_versions_overwrites_nothing_unasked(planner, result, versions):
    form = wave_form(planner, result.wave)

    screen = form.fill(**{box(result.indicator): "33", "_versions": versions}).send()

    assert (screen.status, shares(result.wave)) == (409, [34.5])

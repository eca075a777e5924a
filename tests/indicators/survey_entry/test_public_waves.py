"""Making a survey wave public, and correcting it afterwards."""

import pytest
from django.urls import reverse

from indicators.models import SurveyResult, SurveyWave
from tests.factories import a_survey_indicator
from tests.indicators.survey_entry.test_waves import box, new_form, wave_form
from tests.sent_forms import Screen, SentForm
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db
REASON = {"wave-history_reason": "集計の誤りを直しました。"}


@pytest.fixture
def indicator():
    return a_survey_indicator(code="1-1")


@pytest.fixture
def draft(indicator):
    wave = a_wave(plan=indicator.plan, fiscal_year=2025, valid_n=1000)
    return a_result(indicator=indicator, wave=wave, percent="34.5")


@pytest.fixture
def public(draft):
    draft.wave.state = "published"
    draft.wave.save()
    return draft


def stored(record):
    record.refresh_from_db()
    return record


def publish_form(client, wave):
    return SentForm(client, reverse("survey-wave-publish", args=[wave.pk]), "publish")


def test_saving_leads_to_the_judgements_and_then_to_the_public_page(planner, indicator):
    form = new_form(planner, indicator.plan, "publish")
    form.fill(**{"wave-fiscal_year": 2025, "wave-valid_n": "1000"})

    asked = form.fill(**{box(indicator): "34.5"}).send(follow=True)
    wave = SurveyWave.objects.get(plan=indicator.plan)
    assert (wave.state, "改善" in asked.text) == ("draft", True)
    publish_form(planner, wave).send()

    assert stored(wave).state == "published"
    page = planner.get(indicator.get_absolute_url()).content.decode()
    assert "34.5%" in page
    assert wave.history.first().history_user.last_name == "佐藤"


def test_a_wave_that_changed_since_the_judgements_were_shown_is_not_published(
    planner, draft
):
    form = publish_form(planner, draft.wave)
    draft.percent = "20.0"
    draft.save()

    screen = form.send()

    assert (screen.status, stored(draft.wave).state) == (409, "draft")
    assert screen.conflict == {"割合（％）": ("20",)}
    assert "悪化" in screen.text


def test_a_wave_without_a_result_cannot_be_published(planner, indicator):
    wave = a_wave(plan=indicator.plan, fiscal_year=2025)

    response = publish_form(planner, wave).send(follow=True).response

    assert "結果が1つもありません" in response.content.decode()
    assert stored(wave).state == "draft"


def test_a_public_result_is_corrected_with_a_reason(planner, public):
    form = wave_form(planner, public.wave)

    form.fill(**{box(public.indicator): "33.5", **REASON}).send()

    assert str(stored(public).percent) == "33.50"
    assert public.history.first().history_change_reason == "集計の誤りを直しました。"
    page = planner.get(public.indicator.get_absolute_url()).content.decode()
    assert "集計の誤りを直しました。" in page


@pytest.mark.parametrize("name", ["wave-valid_n", "percent"])
def test_a_correction_without_a_reason_is_refused_and_kept(planner, public, name):
    name = box(public.indicator) if name == "percent" else name
    form = wave_form(planner, public.wave).fill(**{name: "99"})

    screen, again = form.send(), form.send_and_stay()

    assert "公開した" in screen.mistakes[0]
    assert "理由" in screen.mistakes[0]
    assert again.values[name] == "99"
    assert stored(public.wave).valid_n == 1000
    assert str(stored(public).percent) == "34.50"


def test_the_year_of_a_public_wave_stays(planner, public):
    form = wave_form(planner, public.wave)

    screen = form.fill(**{"wave-fiscal_year": 2024, **REASON}).send()

    assert "対象と年度は変えられません" in screen.mistakes[0]


def test_a_public_result_cannot_be_emptied(planner, public):
    form = wave_form(planner, public.wave)

    screen = form.fill(**{box(public.indicator): "", **REASON}).send()

    assert "公開した調査の結果は、削除したり" in screen.mistakes[0]
    assert SurveyResult.objects.filter(pk=public.pk).exists()


def test_a_result_that_is_added_to_a_public_wave_needs_no_reason(planner, public):
    other = a_survey_indicator(public.indicator.policy)

    screen = wave_form(planner, public.wave).fill(**{box(other): "50"}).send()

    assert screen.status == 302
    assert other.results.get().wave == public.wave


def test_a_draft_is_not_seen_by_visitors(client, draft):
    page = Screen(client.get(draft.indicator.get_absolute_url()))

    assert "34.5%" not in page.text

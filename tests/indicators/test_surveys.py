from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import SurveyIndicator, SurveyResult, SurveyWave
from indicators.survey_change import Change, Wave
from indicators.survey_words import reason_text
from indicators.surveys import assumed_by_default, follow_surveys
from tests.factories import a_survey_indicator

pytestmark = pytest.mark.django_db


def a_wave(plan, fiscal_year, results=None, **values):
    """A published wave of 1,100 answers; `results` maps indicators to fields."""
    defaults = {"valid_n": 1100, "state": "published"}
    wave = SurveyWave.objects.create(
        plan=plan, fiscal_year=fiscal_year, **{**defaults, **values}
    )
    for indicator, result in (results or {}).items():
        SurveyResult.objects.create(plan=plan, wave=wave, indicator=indicator, **result)
    return wave


def follow_one(indicator):
    indicator.refresh_from_db()
    (found,) = follow_surveys([vars(indicator)], indicator.plan, 1000)
    return found


def test_a_wave_is_read_with_its_result_and_how_it_was_asked():
    indicator = a_survey_indicator()
    a_wave(
        indicator.plan,
        2025,
        {indicator: {"percent": "34.5"}},
        sent=3000,
        method="郵送",
    )

    (asked,) = follow_one(indicator).later()

    assert asked.wave == Wave(fiscal_year=2025, percent=Decimal("34.5"), n=1100)
    assert (asked.sent, asked.method) == (3000, "郵送")


def test_the_size_of_the_question_beats_that_of_the_wave():
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5", "n": 640}})

    (asked,) = follow_one(indicator).later()

    assert asked.wave.n == 640


def test_drafts_are_not_read():
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}}, state="draft")

    survey = follow_one(indicator)

    assert survey.later() == []
    assert survey.change(None).change == Change.NOT_SURVEYED


def test_the_baseline_has_the_size_of_the_wave_of_its_year():
    indicator = a_survey_indicator()

    unknown = follow_one(indicator).baseline
    a_wave(indicator.plan, 2023, valid_n=1250)
    known = follow_one(indicator).baseline

    assert unknown == Wave(fiscal_year=2023, percent=Decimal("30.2"), n=None)
    assert known == Wave(fiscal_year=2023, percent=Decimal("30.2"), n=1250)


def test_the_result_of_the_baseline_year_gives_its_own_size_not_its_value():
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2023, {indicator: {"percent": "31", "n": 700}})

    survey = follow_one(indicator)

    assert survey.baseline == Wave(fiscal_year=2023, percent=Decimal("30.2"), n=700)
    assert survey.later() == []


def test_a_wave_that_did_not_ask_the_question_is_no_result():
    indicator = a_survey_indicator()
    other = a_survey_indicator(indicator.policy)
    a_wave(indicator.plan, 2025, {other: {"percent": "34.5"}})

    assert follow_one(indicator).later() == []
    assert len(follow_one(other).later()) == 1


def test_only_waves_up_to_a_year_are_later_ones_of_it():
    indicator = a_survey_indicator()
    for year in (2025, 2027):
        a_wave(indicator.plan, year, {indicator: {"percent": "34.5"}})

    survey = follow_one(indicator)

    assert [each.fiscal_year for each in survey.later(2026)] == [2025]
    assert [each.fiscal_year for each in survey.later()] == [2025, 2027]


def test_the_change_is_tested_with_the_assumed_size_where_one_is_missing():
    indicator = a_survey_indicator()
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}}, valid_n=None)

    survey = follow_one(indicator)
    change = survey.change(survey.later()[-1].wave)

    assert change.change == Change.IMPROVED
    assert change.margin(1) == Decimal("4.1")
    assert change.for_reference


@pytest.mark.parametrize(
    ("percent", "n", "sentence"),
    [
        (
            "34.56",
            890,
            (
                "30.2% → 34.6%（4.4ポイント増・改善）。"
                "変化は、誤差の範囲（±4.3ポイント）を超えています。"
            ),
        ),
        (
            "34.26",
            1000,
            (
                "30.2% → 34.3%（4.1ポイント増・改善）。"
                "変化は、誤差の範囲（±4.09ポイント）を超えています。"
            ),
        ),
    ],
    ids=["change printed above the margin", "both printed alike"],
)
def test_the_sentence_says_what_its_printed_figures_say(percent, n, sentence):
    indicator = a_survey_indicator(baseline_value="30.24")
    a_wave(indicator.plan, 2023, valid_n=n)
    a_wave(indicator.plan, 2025, {indicator: {"percent": percent}}, valid_n=n)

    survey = follow_one(indicator)
    latest = survey.later()[-1].wave
    text = reason_text(survey.baseline, latest, survey.change(latest), 1)

    assert text == sentence


def test_without_a_printed_baseline_nothing_is_compared():
    indicator = a_survey_indicator(baseline_value=None)
    a_wave(indicator.plan, 2025, {indicator: {"percent": "34.5"}})

    survey = follow_one(indicator)

    assert survey.baseline is None
    assert survey.change(survey.later()[-1].wave).change == Change.NOT_COMPARABLE


def test_waves_cost_one_query_however_many_indicators():
    indicator = a_survey_indicator()
    indicators = [a_survey_indicator(indicator.policy) for _ in range(20)]
    a_wave(indicator.plan, 2025, {each: {"percent": "34.5"} for each in indicators})
    rows = list(SurveyIndicator.objects.filter(plan=indicator.plan).values())

    with CaptureQueriesContext(connection) as captured:
        surveys = follow_surveys(rows, indicator.plan, assumed_by_default())

    assert len(captured) == 1
    assert sum(len(survey.later()) for survey in surveys) == 20

"""What the records of a survey refuse, in words, at the field that is wrong."""

import pytest
from django.core.exceptions import ValidationError

from indicators.models import SurveyResult, SurveyWave
from tests.factories import a_plan, a_survey_indicator
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db

FINER = (
    "小数点以下が1桁より多い値です。小数点以下の桁数を増やすか、値を直してください。"
)


def errors_of(record):
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


def a_new_result(**values):
    indicator = a_survey_indicator()
    wave = a_wave(plan=indicator.plan, valid_n=1000)
    defaults = {"plan": indicator.plan, "wave": wave, "indicator": indicator}
    return SurveyResult(**{**defaults, "percent": "34.5", **values})


def test_a_result_finer_than_its_indicator_is_refused():
    result = a_new_result(percent="34.56")

    assert errors_of(result) == {"percent": [FINER]}


def test_a_baseline_finer_than_its_indicator_is_refused():
    indicator = a_survey_indicator(baseline_value="30.24")

    assert errors_of(indicator) == {"baseline_value": [FINER]}


def test_an_indicator_cannot_become_coarser_than_its_results():
    result = a_result(percent="34.56")
    indicator = result.indicator
    indicator.decimals = 1

    assert errors_of(indicator) == {
        "decimals": [
            (
                "小数点以下が2桁の調査の結果があります。"
                "桁数を2以上にするか、先に調査の結果を直してください。"
            )
        ]
    }


def test_more_answers_than_the_wave_had_are_refused():
    result = a_new_result(n=1001)

    assert errors_of(result) == {
        "n": ["この問いの回答数は、調査の有効回答数（1,000人）以下にしてください。"]
    }


@pytest.mark.parametrize("n", [None, 999, 1000], ids=["unknown", "fewer", "all"])
def test_as_many_answers_as_the_wave_had_are_accepted(n):
    assert a_new_result(n=n).full_clean() is None


def test_a_wave_of_a_year_that_has_not_begun_is_refused():
    wave = SurveyWave(plan=a_plan(), fiscal_year=2199)

    assert errors_of(wave) == {
        "fiscal_year": ["令和181年度は、まだ始まっていません。年度を確かめてください。"]
    }

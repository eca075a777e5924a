"""The list of survey waves says what their results mean."""

import pytest

from indicators.models import SurveyResult, SurveyWave
from tests.admin.forms import admin_url, soup_of
from tests.factories import a_plan, a_policy, a_survey_indicator
from tests.queries import queries_of
from tests.value_records import a_result, a_wave

pytestmark = pytest.mark.django_db


def a_wave_with(plan, percents, **values):
    """A wave with a result each of new indicators, 30 % at the start, that should
    rise."""
    wave = a_wave(plan=plan, valid_n=1000, **values)
    policy = a_policy(plan)
    for percent in percents:
        indicator = a_survey_indicator(
            policy,
            baseline_value="30",
            baseline_fiscal_year=2023,
            desired_direction="increase",
        )
        SurveyResult.objects.create(
            plan=plan, wave=wave, indicator=indicator, percent=percent
        )
    return wave


def judged(client, wave):
    page = soup_of(client.get(admin_url(SurveyWave, "changelist")))
    rows = page.select("#result_list tbody tr")
    (row,) = (row for row in rows if f"/{wave.pk}/" in str(row))
    return row.select_one(".field-judged").text


def test_the_judgements_are_counted_best_first(staff_client):
    wave = a_wave_with(a_plan(), ["30", "40", "31", "10"], fiscal_year=2026)

    assert judged(staff_client, wave) == "改善1、横ばい（誤差の範囲）2、悪化1"


def test_the_wave_of_the_baseline_is_no_change(staff_client):
    wave = a_wave_with(a_plan(), ["30"], fiscal_year=2023, state="published")

    assert judged(staff_client, wave) == "基準値の調査"


def test_a_wave_without_results_says_so(staff_client):
    wave = a_wave_with(a_plan(), [], fiscal_year=2026)

    assert judged(staff_client, wave) == "結果は未登録"


def test_a_survey_open_to_all_is_not_compared(staff_client):
    wave = a_wave_with(a_plan(), ["40"], fiscal_year=2026, self_selected=True)

    assert judged(staff_client, wave) == "比較できません（自由回答のため）1"


@pytest.mark.parametrize(
    ("of_baseline", "word"),
    [
        ({"valid_n": 1000}, "改善1"),
        ({"valid_n": 20}, "横ばい（誤差の範囲）1"),
        ({"self_selected": True}, "比較できません（自由回答のため）1"),
        ({"self_selected": True, "state": "draft"}, "改善1"),
    ],
    ids=["many answers", "few answers", "open to all", "not public"],
)
def test_the_wave_of_the_baseline_counts_without_results(
    staff_client, of_baseline, word
):
    plan = a_plan()
    a_wave(plan=plan, fiscal_year=2023, **{"state": "published", **of_baseline})
    wave = a_wave_with(plan, ["40"], fiscal_year=2026)

    assert judged(staff_client, wave) == word


def test_the_answers_to_a_question_at_the_start_count(staff_client):
    plan = a_plan()
    start = a_wave_with(plan, ["30"], fiscal_year=2023, state="published")
    wave = a_wave(plan=plan, fiscal_year=2026, valid_n=1000)
    (before,) = start.results.all()
    a_result(wave=wave, indicator=before.indicator, percent="40")

    many = judged(staff_client, wave)
    start.results.update(n=20)

    assert [many, judged(staff_client, wave)] == ["改善1", "横ばい（誤差の範囲）1"]


def test_waves_of_other_plans_do_not_count(staff_client):
    open_to_all = {"state": "published", "self_selected": True}
    a_wave_with(a_plan(), ["30"], fiscal_year=2023, **open_to_all)
    wave = a_wave_with(a_plan(), ["40"], fiscal_year=2026)

    assert judged(staff_client, wave) == "改善1"


def test_results_cost_no_more_queries(staff_client):
    address = admin_url(SurveyWave, "changelist")
    a_wave_with(a_plan(), ["40"])
    few = queries_of(staff_client, address)
    for _ in range(5):
        a_wave_with(a_plan(), ["40", "10", "30"])

    assert queries_of(staff_client, address) == few <= 6

"""Two rows that must not be alike: one sentence names them and what is alike."""

import pytest

from indicators.models import Milestone, Observation, SurveyResult
from tests.admin.forms import change_form
from tests.factories import a_policy, a_survey_indicator, a_target
from tests.value_records import a_wave, an_observation

pytestmark = pytest.mark.django_db


def test_a_year_that_stands_there_already_is_named_with_its_rows(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2024)
    an_observation(target=target, fiscal_year=2025)

    form = change_form(staff_client, target)
    answer = form.fill_row("observations", 2, fiscal_year="R7", value="958").send()

    assert answer.errors == [
        (
            "年度「令和7年度」の行が2つあります（2行目と3行目）。"
            "どちらかの年度を直すか、行を削除してください。"
        ),
        "2行目と年度が同じです。",
    ]
    assert Observation.objects.count() == 2


def test_two_new_rows_of_a_year_are_refused_in_the_same_words(staff_client):
    target = a_target()
    form = change_form(staff_client, target)
    form.add_row("milestones", fiscal_year="2027", value="970")
    form.add_row("milestones", fiscal_year="令和9", value="980")

    answer = form.send()

    assert answer.errors[0].startswith("年度「令和9年度」の行が2つあります（1行目と2")
    assert not Milestone.objects.exists()


def test_a_year_of_a_row_that_is_deleted_is_free(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025, value=940)
    form = change_form(staff_client, target).fill_row("observations", 0, DELETE="on")

    answer = form.fill_row("observations", 1, fiscal_year="2024", value="931").send()

    assert (answer.saved, answer.errors) == (True, [])
    assert target.observations.get().fiscal_year == 2024


def test_other_mistakes_of_the_row_are_told_as_well(staff_client):
    target = a_target()
    an_observation(target=target, fiscal_year=2025)
    form = change_form(staff_client, target).fill_row(
        "observations", 1, fiscal_year="2025", value="1", value_state="collecting"
    )

    answer = form.send()

    assert any("どちらか一方だけに" in error for error in answer.errors)
    assert "1行目と年度が同じです。" in answer.errors


def test_two_results_of_one_question_are_named(staff_client):
    policy = a_policy()
    indicator = a_survey_indicator(policy)
    wave = a_wave(plan=policy.plan)
    form = change_form(staff_client, wave)
    for percent in ("30", "40"):
        form.add_row("results", indicator=indicator, percent=percent)

    answer = form.send()

    assert "評価項目「" in answer.errors[0]
    assert "の行が2つあります（1行目と2行目）" in answer.errors[0]
    assert not SurveyResult.objects.exists()


def test_two_rows_of_one_code_are_named(staff_client):
    form = change_form(staff_client, a_policy(code="3"))
    for title in ("初め", "次"):
        form.add_row("measures", code="3-1", title=title)

    answer = form.send()

    assert answer.errors[0] == (
        "コード「3-1」の行が2つあります（1行目と2行目）。"
        "どちらかのコードを直すか、行を削除してください。"
    )

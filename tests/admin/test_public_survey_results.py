"""The results of a public survey: corrected with a reason, added freely, never lost."""

import pytest

from indicators.models import SurveyResult
from tests.admin.forms import change_form
from tests.admin.test_public_records import WHY, a_public_result
from tests.factories import a_survey_indicator

pytestmark = pytest.mark.django_db


def test_a_changed_result_needs_the_reason_of_the_survey(staff_client):
    result = a_public_result()
    form = change_form(staff_client, result.wave)

    answer = form.fill_row("results", 0, percent="35.1").send()

    assert any("公開した調査の結果を変えるとき" in text for text in answer.errors)
    result.refresh_from_db()
    assert str(result.percent) == "34.50"


def test_a_changed_result_keeps_its_old_value_and_why(staff_client):
    result = a_public_result()
    form = change_form(staff_client, result.wave)

    form.fill(history_reason=WHY).fill_row("results", 0, percent="35.1").send()

    newest, oldest = result.history.all()
    assert (str(newest.percent), newest.history_change_reason) == ("35.10", WHY)
    assert str(oldest.percent) == "34.50"


@pytest.mark.parametrize("how", ["deleted", "moved"])
def test_a_result_stays_where_visitors_saw_it(staff_client, how):
    result = a_public_result()
    other = a_survey_indicator(result.indicator.policy)
    form = change_form(staff_client, result.wave).fill(history_reason=WHY)
    change = {"DELETE": "on"} if how == "deleted" else {"indicator": other}

    answer = form.fill_row("results", 0, **change).send()

    assert any("削除したり、別の評価項目に移したり" in text for text in answer.errors)
    assert SurveyResult.objects.get().indicator == result.indicator


def test_a_result_that_was_missing_is_added_without_a_reason(staff_client):
    result = a_public_result()
    other = a_survey_indicator(result.indicator.policy)
    form = change_form(staff_client, result.wave)

    answer = form.add_row("results", indicator=other, percent="12.5").send()

    assert answer.saved
    assert other.results.count() == 1


def test_what_results_are_compared_by_changes_with_a_reason(staff_client):
    indicator = a_public_result().indicator
    form = change_form(staff_client, indicator).fill(desired_direction="decrease")

    refused = form.send()
    answer = form.fill(history_reason=WHY).send()

    assert any("めざす向きを変えるには理由が必要" in text for text in refused.errors)
    assert answer.saved
    newest = indicator.history.first()
    assert (newest.desired_direction, newest.history_change_reason) == ("decrease", WHY)


def test_a_row_below_the_policy_sends_staff_to_where_a_reason_is_typed(staff_client):
    indicator = a_public_result().indicator
    form = change_form(staff_client, indicator.policy)

    answer = form.fill_row("survey_indicators", 0, baseline_value="20").send()

    assert any("評価項目の画面で" in text for text in answer.errors)
    indicator.refresh_from_db()
    assert str(indicator.baseline_value) == "30.20"

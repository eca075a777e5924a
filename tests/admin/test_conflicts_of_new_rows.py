"""Rows that two people add at once."""

import pytest

from indicators.models import JudgementSettings
from tests.admin.forms import change_form
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_plan, a_target
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


@pytest.fixture
def target():
    target = a_target()
    an_observation(target=target, fiscal_year=2024, value=931)
    an_observation(target=target, fiscal_year=2025, value=940)
    return target


def add_value(form, year, value):
    """The form has one blank row at its end."""
    last = int(form.values["observations-TOTAL_FORMS"]) - 1
    return form.fill_row("observations", last, fiscal_year=year, value=value)


def values_of(target):
    rows = target.observations.order_by("fiscal_year")
    return {row.fiscal_year: row.value for row in rows}


def test_two_new_rows_of_one_year_are_one_conflict(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    add_value(first, 2026, "970").send()

    page = conflict(add_value(second, 2026, "980"))
    again = second.send_and_stay()

    assert page.status == 409
    assert "ほかの人が先に、同じ行を加えました。" in page.text
    assert page.differences == {"実績値": ("970", "980")}
    assert values_of(target)[2026] == 970
    assert again.send().saved
    assert values_of(target)[2026] == 980


def test_the_same_new_row_sent_twice_is_stored_once(tanaka, target):
    form = add_value(change_form(tanaka, target), 2026, "970")

    answers = [form.send(), form.send()]

    assert [answer.saved for answer in answers] == [True, True]
    assert values_of(target)[2026] == 970


def test_new_rows_of_different_years_are_both_saved(sato, tanaka, target):
    first, second = change_form(sato, target), change_form(tanaka, target)
    add_value(first, 2026, "970").send()

    answer = add_value(second, 2023, "980").send()

    assert answer.saved
    assert values_of(target) == {2023: 980, 2024: 931, 2025: 940, 2026: 970}


def test_the_only_row_of_a_plan_added_by_two_is_one_conflict(sato, tanaka):
    plan = a_plan()
    first, second = change_form(sato, plan), change_form(tanaka, plan)
    first.add_row("judgement_settings", k_on="0.9").send()

    second.add_row("judgement_settings", k_on="0.8")
    page = conflict(second)
    answer = second.send_and_stay().send()

    assert page.differences == {"順調とする割合": ("0.9", "0.8")}
    assert answer.saved
    assert str(JudgementSettings.objects.get(plan=plan).k_on) == "0.800"

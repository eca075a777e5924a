"""Each change of a figure or review says who, when, what it was and what it is."""

import pytest
from django.utils import timezone

from indicators.actions import approve, publish
from initiatives import answers
from tests.admin.forms import change_form
from tests.staff_records import a_person
from tests.value_records import an_observation, an_opinion

pytestmark = pytest.mark.django_db


def last_two(record):
    """The newest row of a record's history, and the one before it."""
    after, before = record.history.order_by("-history_id")[:2]
    return before, after


def test_a_change_in_the_admin_keeps_who_when_before_and_after(client):
    person = a_person("計画担当", is_staff=True)
    client.force_login(person)
    opinion = an_opinion(text="前のことば")
    began = timezone.now()

    assert change_form(client, opinion).fill(text="後のことば").send().saved

    before, after = last_two(opinion)
    assert (before.text, after.text) == ("前のことば", "後のことば")
    assert after.history_user == person
    assert began <= after.history_date <= timezone.now()


def test_each_step_of_an_answer_keeps_its_own_row():
    clerk, chief = a_person("担当課"), a_person("計画担当")
    value = an_observation(fiscal_year=2024, entered_by=clerk, reason="雨が続いた")

    answers.submit(value, by=clerk)
    answers.give_back(value, by=chief, remark="確かめてください")
    answers.submit(value, by=clerk)
    approve(value, by=chief)
    publish(value, by=chief)

    rows = list(value.history.order_by("history_id"))
    assert [row.state for row in rows] == [
        "draft",
        "submitted",
        "returned",
        "submitted",
        "approved",
        "published",
    ]
    assert [row.submitted_by for row in rows[1:4]] == [clerk] * 3
    assert rows[2].history_change_reason == "差戻し：確かめてください"
    assert rows[4].approved_by == chief
    assert value.publications.get().published_by == chief

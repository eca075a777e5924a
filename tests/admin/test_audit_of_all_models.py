"""Every record with a history: an edit in the admin says who, when, old and new."""

import pytest
from django.contrib import admin
from django.utils import timezone

from plans.changes.tracked import owner_field, tracked_models
from tests import value_records
from tests.admin.forms import AdminForm, admin_url, change_form
from tests.admin.samples import EDITED
from tests.plans.records import a_reading
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db

# How to make a record, and a field with another value; their own pages in the admin.
OWN_PAGES = {
    model.__name__: (make, field, "別のことば")
    for model, (make, field) in EDITED.items()
}
OWN_PAGES |= {
    "Reading": (a_reading, "reading", "べつのことば"),
    "Review": (value_records.a_review, "comment", "別のことば"),
    "CommitteeOpinion": (value_records.an_opinion, "text", "別のことば"),
    "Observation": (value_records.an_observation, "note", "別のことば"),
    "SurveyWave": (value_records.a_wave, "method", "別の方法"),
}
# Rows that are edited on the page of another record.
ROWS = {
    "Milestone": (value_records.a_milestone, "target", "milestones", "value", "1001"),
    "GoalRevision": (
        value_records.a_revision,
        "target",
        "goal_revisions",
        "goal_text",
        "別のことば",
    ),
    "SurveyResult": (value_records.a_result, "wave", "results", "percent", "35.5"),
    "JudgementSettings": (
        value_records.settings_of_a_plan,
        "plan",
        "judgement_settings",
        "assumed_n",
        "900",
    ),
}
# Changed on the staff's own screens alone, where tests of their own look.
ELSEWHERE = {"Membership", "CollectionRound", "RoundItem"}


def edited_row(record, field, before, person, began):
    """The newest row says all four; the one before it what was there."""
    after, earlier = record.history.order_by("-history_id")[:2]
    record.refresh_from_db()
    assert getattr(after, field) == getattr(record, field) != before
    assert getattr(earlier, field) == before
    assert after.history_user == person
    assert began <= after.history_date <= timezone.now()


def test_every_tracked_model_is_walked():
    names = {model.__name__ for model in tracked_models()}

    assert names == OWN_PAGES.keys() | ROWS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", OWN_PAGES)
def test_an_edit_on_its_own_page_is_kept(name):
    make, field, value = OWN_PAGES[name]
    person = a_person("計画担当", is_staff=True)
    record = make()
    record.refresh_from_db()
    before, began = getattr(record, field), timezone.now()

    answer = change_form(client_of(person), record).fill(**{field: value}).send()

    assert answer.saved, answer.errors
    edited_row(record, field, before, person, began)


@pytest.mark.parametrize("name", ROWS)
def test_an_edit_of_a_row_is_kept(name):
    make, parent, prefix, field, value = ROWS[name]
    person = a_person("計画担当", is_staff=True)
    record = make()
    record.refresh_from_db()
    before, began = getattr(record, field), timezone.now()
    page = AdminForm(client_of(person), admin_url(getattr(record, parent), "change"))

    answer = page.fill_row(prefix, 0, **{field: value}).send()

    assert answer.saved, answer.errors
    edited_row(record, field, before, person, began)


@pytest.mark.parametrize("model", tracked_models(), ids=lambda model: model.__name__)
def test_every_record_is_told_on_a_history_page(model):
    is_told = admin.site.is_registered(model) or (
        owner_field(model)
        and admin.site.is_registered(owner_field(model).related_model)
    )

    assert is_told or model.__name__ in ELSEWHERE | {"JudgementSettings"}

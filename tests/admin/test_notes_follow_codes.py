"""A record whose code is changed in the admin takes its source notes along."""

import pytest

from plans.models import GlossaryTerm
from tests.admin.forms import add_form, change_form
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.initiatives.records import a_department
from tests.plans.records import a_note, a_section, a_term

pytestmark = pytest.mark.django_db

MAKERS = {
    "section": a_section,
    "policy": a_policy,
    "measure": a_measure,
    "initiative": an_initiative,
    "target": a_target,
    "survey": a_survey_indicator,
    "glossary": a_term,
}


def not_yet_public(plan):
    """The code of a public record is its address and stays."""
    plan.state = "draft"
    plan.save()


def about(note):
    note.refresh_from_db()
    return note.about_code


@pytest.mark.parametrize("kind", MAKERS)
def test_notes_follow_a_record_of_every_kind_to_its_new_code(staff_client, kind):
    record = MAKERS[kind](code="old-1")
    not_yet_public(record.plan)
    note = a_note(record.plan, about_kind=kind, about_code="old-1")

    answer = change_form(staff_client, record).fill(code="new-1").send()

    assert (answer.saved, answer.errors) == (True, [])
    assert about(note) == "new-1"


def test_notes_of_another_kind_or_plan_stay_with_their_records(staff_client):
    policy = a_policy(code="1")
    kept = a_note(policy.plan, about_kind="measure", about_code="1")
    elsewhere = a_note(a_plan(), about_kind="policy", about_code="1")

    change_form(staff_client, policy).fill(code="9").send()

    assert (about(kept), about(elsewhere)) == ("1", "1")


def test_notes_follow_a_row_that_is_edited_below_its_parent(staff_client):
    measure = a_measure(code="1-1")
    not_yet_public(measure.plan)
    note = a_note(measure.plan, about_kind="measure", about_code="1-1")

    form = change_form(staff_client, measure.policy)
    answer = form.fill_row("measures", 0, code="1-9").send()

    assert (answer.saved, answer.errors) == (True, [])
    assert about(note) == "1-9"


def test_a_note_stays_in_its_plan_when_its_record_moves_to_another(staff_client):
    term, other = a_term(code="g-1"), a_plan()
    note = a_note(term.plan, about_kind="glossary", about_code="g-1")
    theirs = a_note(other, about_kind="glossary", about_code="g-1")

    answer = change_form(staff_client, term).fill(plan=other, code="g-2").send()

    assert (answer.saved, answer.errors) == (True, [])
    assert (about(note), about(theirs)) == ("g-1", "g-1")


def test_a_code_that_is_refused_moves_no_note(staff_client):
    policy = a_policy(code="1")
    a_policy(policy.plan, code="2")
    note = a_note(policy.plan, about_kind="policy", about_code="1")

    answer = change_form(staff_client, policy).fill(code="2").send()

    assert not answer.saved
    assert about(note) == "1"


def test_a_note_written_later_for_a_free_code_is_not_taken_over(staff_client):
    plan = a_plan()
    note = a_note(plan, about_kind="glossary", about_code="g-7")
    values = {"plan": plan, "code": "g-7", "term": "共創"}

    add_form(staff_client, GlossaryTerm).fill(**values).send()

    assert about(note) == "g-7"


def test_a_record_that_is_no_part_of_a_plan_changes_its_code_as_before(staff_client):
    department = a_department(code="d-1")

    answer = change_form(staff_client, department).fill(code="d-2").send()

    assert (answer.saved, answer.errors) == (True, [])

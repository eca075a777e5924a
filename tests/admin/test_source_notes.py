"""Notes point at records of their plan, by kind and code."""

import pytest

from plans.models import SourceNote
from tests.admin.forms import act, add_form, change_form
from tests.factories import a_measure, a_plan, a_policy, a_target
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db


def a_filled_form(client, plan, kind, code):
    return add_form(client, SourceNote).fill(
        plan=plan,
        code="n-new",
        about_kind=kind,
        about_code=code,
        category="slip",
        reason="誤記と思われます。",
        certainty="certain",
    )


def offered(form):
    """The records that the field of the code offers."""
    return [option.text for option in form.soup.select("[name=about_code] option")]


def test_a_code_that_is_not_there_is_refused_with_those_that_are(staff_client):
    plan = a_plan()
    a_policy(plan, code="1")
    a_policy(plan, code="2")
    a_policy(code="of-another-plan")

    answer = a_filled_form(staff_client, plan, "policy", "9").send()

    assert not answer.saved
    assert answer.errors == [
        "この計画に、コードが9の基本方針はありません。次から選んでください：1、2"
    ]


def test_a_kind_of_which_the_plan_has_none_is_refused_in_words(staff_client):
    answer = a_filled_form(staff_client, a_plan(), "glossary", "9").send()

    assert not answer.saved
    assert answer.errors == [
        "この計画に、コードが9の用語はありません。次から選んでください：ありません"
    ]


@pytest.mark.parametrize("make", [a_policy, a_measure, a_target])
def test_a_code_that_is_there_is_taken(staff_client, make):
    record = make()
    kind = {"basicpolicy": "policy"}.get(
        record._meta.model_name, record._meta.model_name
    )

    answer = a_filled_form(staff_client, record.plan, kind, record.code).send()

    note = SourceNote.objects.get(plan=record.plan)
    assert (answer.saved, note.about_code) == (True, record.code)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param("policy", "", id="record without a code"),
        pytest.param("plan", "1", id="plan with a code"),
    ],
)
def test_a_code_stands_where_it_must_and_only_there(staff_client, kind, code):
    plan = a_plan()
    a_policy(plan, code="1")

    answer = a_filled_form(staff_client, plan, kind, code).send()

    assert not answer.saved
    assert answer.errors == ["対象のコードを入力してください（計画そのものなら空欄）。"]


def test_the_records_of_the_plan_are_offered_by_code_and_name(staff_client):
    policy = a_policy(code="1", title="支え合い")
    a_policy(policy.plan, code="2", title="見守り", position=9_999)
    note = a_note(policy.plan, about_kind="policy", about_code="2")

    form = change_form(staff_client, note)

    assert {"1 支え合い", "2 見守り"} <= set(offered(form))
    assert form.values["about_code"] == "2"


@pytest.mark.parametrize(
    "kind", ["plan", "section", "policy", "measure", "target", "survey"]
)
def test_a_real_note_of_every_kind_can_be_saved_as_it_is(staff_client, kind):
    note = SourceNote.objects.filter(about_kind=kind).first()

    answer = change_form(staff_client, note).send()

    stored = SourceNote.objects.get(pk=note.pk)
    assert (answer.saved, answer.errors) == (True, [])
    assert (stored.about_kind, stored.about_code) == (note.about_kind, note.about_code)


def test_a_note_whose_record_has_gone_is_not_given_another_one(staff_client):
    policy = a_policy(code="1")
    note = a_note(policy.plan, about_kind="policy", about_code="gone")

    change_form(staff_client, note).send()

    note.refresh_from_db()
    assert note.about_code == "gone"


def test_notes_are_accepted_from_the_list(staff_client):
    notes = [a_note(), a_note()]

    response = act(staff_client, "accept_selected", *notes)

    assert "2件の注記を認め、確認済みにしました。" in response.content.decode()
    for note in notes:
        note.refresh_from_db()
    assert [note.settled for note in notes] == [True, True]

"""Deleting and the actions of a list raise revisions as well."""

import pytest

from tests.admin.forms import act, delete_form, delete_ticked_form
from tests.admin.samples import EDITED, name_of
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_deleting_a_record_raises_its_revision(staff_client, risen, model):
    record = EDITED[model][0]()
    scopes = record.publishing_scopes()

    delete_form(staff_client, record).send()

    assert not model.objects.filter(pk=record.pk).exists()
    assert risen() == {"*", *scopes}


def accept_notes(client, *notes):
    act(client, "accept_selected", *notes)


def delete_ticked(client, *notes):
    delete_ticked_form(client, *notes).send()


@pytest.mark.parametrize("do", [delete_ticked, accept_notes])
def test_an_action_raises_the_revision_of_every_plan_it_changes(
    staff_client, risen, do
):
    one, other, third = a_note(), a_note(), a_note()

    do(staff_client, one, other)

    changed = type(one).objects.filter(pk__in=[one.pk, other.pk], settled=False)
    assert not changed.exists()
    assert type(one).objects.filter(pk=third.pk, settled=False).exists()
    assert risen() == {"*", *one.publishing_scopes(), *other.publishing_scopes()}

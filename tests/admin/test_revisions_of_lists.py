"""Deleting and the actions of a list raise revisions as well."""

import pytest

from tests.admin.forms import admin_url
from tests.admin.samples import EDITED, name_of
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_deleting_a_record_raises_its_revision(staff_client, risen, model):
    record = EDITED[model][0]()
    scopes = record.publishing_scopes()

    staff_client.post(admin_url(record, "delete"), {"post": "yes"})

    assert not model.objects.filter(pk=record.pk).exists()
    assert risen() == {"*", *scopes}


@pytest.mark.parametrize("action", ["delete_selected", "mark_as_settled"])
def test_an_action_raises_the_revision_of_every_plan_it_changes(
    staff_client, risen, action
):
    one, other, third = a_note(), a_note(), a_note()

    staff_client.post(
        admin_url(one, "changelist"),
        {"action": action, "_selected_action": [one.pk, other.pk], "post": "yes"},
    )

    changed = type(one).objects.filter(pk__in=[one.pk, other.pk], settled=False)
    assert not changed.exists()
    assert type(one).objects.filter(pk=third.pk, settled=False).exists()
    assert risen() == {"*", *one.publishing_scopes(), *other.publishing_scopes()}

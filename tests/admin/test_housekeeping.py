"""What the site keeps about itself can be looked at and not be edited."""

import pytest

from tests.admin.forms import admin_url, soup_of
from tests.admin.samples import LOOKED_AT, name_of

pytestmark = pytest.mark.django_db

every_model = pytest.mark.parametrize("model", LOOKED_AT, ids=name_of)


def stored(record):
    return type(record).objects.filter(pk=record.pk).values().get()


@every_model
def test_its_page_has_nothing_to_type_in_and_no_button_to_save(staff_client, model):
    record = LOOKED_AT[model][0]()

    soup = soup_of(staff_client.get(admin_url(record, "change")))

    assert str(record) in soup.select_one("#content").text
    assert soup.select("fieldset [name], [name=_save], .deletelink") == []


@every_model
def test_its_list_offers_nothing_but_to_look(staff_client, model):
    LOOKED_AT[model][0]()

    soup = soup_of(staff_client.get(admin_url(model, "changelist")))

    assert soup.select("tbody tr")
    assert soup.select("[name=action], .object-tools .addlink") == []


@every_model
@pytest.mark.parametrize("page", ["change", "delete"])
def test_who_sends_a_form_all_the_same_changes_nothing(staff_client, model, page):
    record = LOOKED_AT[model][0]()
    before = stored(record)
    values = {name: "9" for name in before} | {"post": "yes"}

    response = staff_client.post(admin_url(record, page), values)

    assert "このページは開けません" in response.content.decode()
    assert stored(record) == before


@every_model
def test_the_action_to_delete_is_not_to_be_had(staff_client, model):
    record = LOOKED_AT[model][0]()
    before = stored(record)

    staff_client.post(
        admin_url(model, "changelist"),
        {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"},
    )

    assert stored(record) == before


@every_model
def test_nobody_adds_a_record_by_hand(staff_client, model):
    before = model.objects.count()

    staff_client.post(admin_url(model, "add"), {"scope": "test", "rev": "1"})

    assert model.objects.count() == before

"""Related records are chosen by their words, never by a number."""

import pytest
from django.urls import reverse

from tests.admin.forms import admin_url, soup_of
from tests.admin.samples import EDITED, name_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

RELATIONS = [
    (model, field.name, field.related_model)
    for model in EDITED
    for field in model._meta.fields
    if field.is_relation
]
# The plan of these follows from the record that they stand below.
BELOW_A_PART = {
    "Measure",
    "Initiative",
    "Activity",
    "CocreationAction",
    "Voice",
    "Target",
    "SurveyIndicator",
}


def is_asked(model, name):
    return name != "plan" or model.__name__ not in BELOW_A_PART


ASKED = [relation for relation in RELATIONS if is_asked(*relation[:2])]


def ask(client, model, name, term):
    """What the field offers to who types the term."""
    field = {"model_name": model._meta.model_name, "field_name": name}
    return client.get(
        reverse("admin:autocomplete"),
        {"app_label": model._meta.app_label, **field, "term": term},
    )


@pytest.mark.parametrize(("model", "name", "related"), RELATIONS, ids=name_of)
def test_a_relation_is_a_field_that_completes_what_is_typed(
    staff_client, model, name, related
):
    soup = soup_of(staff_client.get(admin_url(model, "add")))

    entries = soup.select(f"[name={name}]")

    found = [(entry.name, "admin-autocomplete" in entry["class"]) for entry in entries]
    assert found == ([("select", True)] if is_asked(model, name) else [])


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_no_page_asks_for_the_number_of_a_record(staff_client, model):
    record = EDITED[model][0]()

    soup = soup_of(staff_client.get(admin_url(record, "change")))

    assert soup.select_one("[name=_save]")
    assert soup.select(".vForeignKeyRawIdAdminField, .vManyToManyRawIdAdminField") == []


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_rows_below_a_record_know_it_without_being_told(staff_client, model):
    soup = soup_of(staff_client.get(admin_url(model, "add")))

    relations = {name for _, name, _ in RELATIONS}
    shown = [
        entry["name"]
        for entry in soup.select("[name*=__prefix__]:not([type=hidden])")
        if entry["name"].rpartition("-")[2] in relations
    ]
    assert shown == []


@pytest.mark.parametrize(("model", "name", "related"), ASKED, ids=name_of)
def test_a_relation_offers_records_by_their_words(staff_client, model, name, related):
    make, field = EDITED[related]
    record = make(**{field: "めずらしい名前"})
    make()

    offered = ask(staff_client, model, name, "めずらしい").json()["results"]

    assert offered == [{"id": str(record.pk), "text": str(record)}]


@pytest.mark.parametrize(("model", "name", "related"), ASKED, ids=name_of)
def test_an_offer_costs_the_same_however_many_records(
    staff_client, model, name, related
):
    make = EDITED[related][0]
    field = {"model_name": model._meta.model_name, "field_name": name}
    address = reverse("admin:autocomplete", query=None)
    queries = {"app_label": model._meta.app_label, **field, "term": ""}
    address += "?" + "&".join(f"{key}={value}" for key, value in queries.items())
    make()
    first = queries_of(staff_client, address)
    for _ in range(15):
        make()

    assert queries_of(staff_client, address) == first <= 4

"""What leaves with an export, and who does not."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from tests.welfare_plan.round_trip.whole_site import CANARY, LOGIN, MAIL, OPEN
from welfare_plan.round_trip.contents import (
    EXPORTED,
    LEFT_OUT,
    exported_models,
    people_of,
)
from welfare_plan.round_trip.manifest import read_manifest

pytestmark = [pytest.mark.django_db, pytest.mark.long]

OWN_APPS = ("plans", "initiatives", "indicators", "welfare_plan")


def own_models():
    return [
        model
        for app in OWN_APPS
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "instance_type")
    ]


def test_every_model_is_exported_or_left_out_for_a_reason():
    models = {model._meta.label for model in own_models()}

    assert models == set(EXPORTED) | LEFT_OUT.keys()
    assert not set(EXPORTED) & LEFT_OUT.keys()
    assert all(LEFT_OUT.values())


def test_no_exported_model_hangs_on_one_that_is_left_out():
    exported = {*exported_models(), get_user_model()}

    missing = [
        field
        for model in exported_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model not in exported
    ]
    assert missing == []


def test_no_exported_model_has_relations_of_many_to_many():
    assert [model for model in exported_models() if model._meta.many_to_many] == []


def test_the_tests_look_at_records_of_every_exported_model(original):
    files = read_manifest(original.folder).files

    assert [name for name, entry in files.items() if not entry.records] == []


def test_no_file_holds_anything_of_a_person(original):
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in original.folder.iterdir()
    }

    found = {
        (name, word)
        for name, text in texts.items()
        for word in (CANARY, "canary", LOGIN, MAIL)
        if word in text
    }
    assert found == set()
    assert any(OPEN in text for text in texts.values())


def test_nobody_but_the_owner_may_look_into_the_folder(original):
    assert original.folder.stat().st_mode & 0o077 == 0


def test_columns_of_people_say_at_most_that_there_was_somebody():
    columns = {
        (column, anybody)
        for model in exported_models()
        for column, anybody in people_of(model).items()
    }

    assert columns == {
        ("entered_by_id", 1),
        ("submitted_by_id", 1),
        ("approved_by_id", 1),
        ("published_by_id", 1),
        ("history_user_id", 1),
        ("person_id", None),
    }

"""The description says what the site does, and every change of it is seen."""

import json

import jsonschema
import pytest
from django.conf import settings
from django.test import Client

from tests.welfare_plan.api import examples
from welfare_plan.api.openapi.document import EXAMPLES, document, written_document
from welfare_plan.api.openapi.document import examples as examples_of_file
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.open_data.schema import TABLES

pytestmark = pytest.mark.django_db
FROZEN = settings.BASE_DIR / "docs" / "openapi.json"


def gets():
    return [each["get"] for each in document()["paths"].values()]


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("samples", "november")
def test_the_examples_are_what_the_site_answers():
    answered = examples.answered()
    if examples.is_to_be_written():
        examples.write(EXAMPLES, answered)
        examples_of_file.cache_clear()
        document.cache_clear()

    assert read(EXAMPLES) == answered
    assert answered.keys() == {operation.name for operation in OPERATIONS}


def test_the_description_is_the_one_that_was_agreed_on():
    """A change is meant where docs/openapi.json changes with it: examples.py."""
    written_document.cache_clear()
    served = Client().get("/api/v1/openapi.json").json()
    if examples.is_to_be_written():
        examples.write(FROZEN, served)

    assert served == read(FROZEN)


def test_it_is_valid_json_schema_with_examples_that_hold_to_it():
    schemas = document()["components"]["schemas"]
    for operation in gets():
        content = operation["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": {"schemas": schemas}}

        jsonschema.Draft202012Validator.check_schema(schema)
        checker = jsonschema.Draft202012Validator(schema)
        assert list(checker.iter_errors(content["example"])) == []


@pytest.mark.parametrize("described", gets(), ids=lambda each: each["operationId"])
def test_every_address_declares_all_that_it_may_answer(described):
    statuses = set(described["responses"])

    has_path = any(each.get("in") == "path" for each in described["parameters"])
    always = {"200", "304", "400", "405", "503"}
    assert statuses == (always | {"404"} if has_path else always)


def members(schema, name=""):
    """(name, title, description) of every value that a description speaks of."""
    for name, member in schema.get("properties", {}).items():
        yield name, member["title"], member.get("description", "")
        yield from members(member)
        yield from members(member.get("items", {}))


# Names that say the same of different records; what they say is in their titles.
_OF_MANY = {"title", "sum", "items", "next", "type", "status", "detail", "kind", "code"}


def test_a_value_has_one_name_and_one_label_everywhere():
    labels = {}
    for table in TABLES:
        for field in table.fields:
            labels.setdefault(field.name, set()).add(field.label)
    own = {}
    for schema in document()["components"]["schemas"].values():
        for name, title, _ in members(schema):
            own.setdefault(name, set()).add(title)

    for name, titles in own.items():
        if name in labels and name not in _OF_MANY:
            assert titles <= labels[name], name
        elif name not in labels:
            assert len(titles) == 1, (name, titles)


def test_everything_is_described_in_japanese():
    for operation in gets():
        for said in (operation["summary"], operation["description"]):
            assert any("ぁ" <= letter <= "ん" for letter in said), said
        for parameter in operation["parameters"]:
            if "name" in parameter:
                assert parameter["description"].endswith("。"), parameter

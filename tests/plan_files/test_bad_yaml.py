"""A file that is no list of records stops with one line, whatever is wrong in it."""

import re

import pytest

from tests.plan_files.refusal import refused
from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("role: 住民", "role: '住民", "YAML", id="open quotation mark"),
        pytest.param("role: 住民", "role: [住民", "YAML", id="open bracket"),
        pytest.param("role: 住民", "role:住民", "YAML", id="no blank after the colon"),
        pytest.param("    role: 住民", "  \trole: 住民", "YAML", id="tab"),
        pytest.param("role: 住民", "role: !person 住民", "YAML", id="unknown tag"),
        pytest.param("role: 住民", "1: 住民", "文字で", id="number for a name"),
        pytest.param(
            "role: 住民",
            "role: 住民\n    role: 職員",
            "role が2回",
            id="duplicate key",
        ),
        pytest.param(
            "initiatives.voice",
            "initiatives.voise",
            "知らない種類の記録です（initiatives.voise）",
            id="unknown model",
        ),
        pytest.param(
            "initiatives.voice",
            "auth.user",
            "知らない種類の記録です（auth.user）",
            id="other app",
        ),
        pytest.param(
            "initiatives.voice",
            "voice",
            "知らない種類の記録です（voice）",
            id="model without app",
        ),
        pytest.param(
            "initiatives.voice",
            "plans.loadedrecord",
            "知らない種類の記録です",
            id="own memory",
        ),
        pytest.param(
            "- model: initiatives.voice",
            "- model: initiatives.voice\n  pk: 1",
            "（pk）",
            id="key beside model and fields",
        ),
    ],
)
def test_fault_in_the_writing_is_named_with_a_line(old, new, words, write_file):
    text = changed(old, new)
    record = text[: text.index("\n    code: v-1")].count("\n") - 3

    message = refused(write_file(text))

    line = int(re.match(r"mihon.yaml (\d+)行目", message)[1])
    assert record <= line <= text.count("\n") + 1
    assert words in message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty file"),
        pytest.param("plans", id="one word"),
        pytest.param("model: plans.plan\nfields: {}", id="no list"),
        pytest.param("- plans.plan", id="list of words"),
        pytest.param("- [plans.plan]", id="list of lists"),
        pytest.param("- model: plans.plan", id="no fields"),
        pytest.param("- model: plans.plan\n  fields: [slug]", id="list of fields"),
        pytest.param("- fields: {slug: a}", id="no model"),
        pytest.param("- model: [plans.plan]\n  fields: {slug: a}", id="list for model"),
        pytest.param("- model: plans.plan\n  fields: {}", id="nothing in fields"),
        pytest.param("- model: plans.plan\n  fields: {slug: ''}", id="empty slug"),
        pytest.param("- &a {model: plans.plan, fields: *a}", id="record in itself"),
    ],
)
def test_wrong_shape_is_explained_in_japanese(text, write_file):
    message = refused(write_file(text))

    assert re.search("[ぁ-ん]", message)


# Each of these ends inside the YAML library, and not with an error of its own.
@pytest.mark.parametrize(
    "value",
    [
        pytest.param("2023-13-01", id="13th month"),
        pytest.param("0x_", id="number without digits"),
        pytest.param("1" * 5000, id="endless number"),
        pytest.param("!!int x", id="tag of a number"),
        pytest.param("!!float x", id="tag of a fraction"),
        pytest.param("!!bool x", id="tag of a truth value"),
        pytest.param("!!map [a]", id="tag of a mapping"),
        pytest.param('"\\U00110000"', id="character beyond the last"),
        pytest.param("[" * 2000, id="endless list"),
    ],
)
def test_value_that_the_yaml_library_stumbles_over_is_refused(value, write_file):
    message = refused(write_file(changed("role: 住民", f"role: {value}")))

    assert re.search("[ぁ-ん]", message)


@pytest.mark.parametrize("field", ["code", "role"])
@pytest.mark.parametrize("character", ["\\0", "\\ud800"], ids=["NUL", "surrogate"])
def test_character_that_no_database_stores_is_refused(character, field, write_file):
    old = {"code": "code: v-1", "role": "role: 住民"}[field]

    message = refused(write_file(changed(old, f'{field}: "a{character}b"')))

    assert re.search("[ぁ-ん]", message)

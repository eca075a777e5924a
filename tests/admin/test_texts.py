"""Texts are stored as they were typed, with line breaks as in the plan files."""

import pytest
from django.db.models import TextField

from tests.admin.forms import change_form
from tests.admin.samples import EDITED, name_of
from tests.factories import a_measure, a_plan, an_initiative
from tests.initiatives.records import a_voice, an_action, an_activity
from tests.plans.records import a_section

pytestmark = pytest.mark.django_db

TEXTS = [
    (model, field.name)
    for model in EDITED
    for field in model._meta.fields
    if isinstance(field, TextField)
]
TYPED = "一段落目\n\n・見守り\n・声かけ <b>「引用」</b> & 𠮷"
# Values without which another rule would refuse the text.
BESIDE = {"shown": {"printed": "69回"}}


@pytest.mark.parametrize(("model", "field"), TEXTS, ids=name_of)
def test_line_breaks_of_a_browser_are_stored_as_one_character(
    staff_client, model, field
):
    record = EDITED[model][0]()
    form = change_form(staff_client, record).fill(**BESIDE.get(field, {}))

    answer = form.fill(**{field: TYPED}).send()

    record.refresh_from_db()
    assert "\r\n" in form.values[field]
    assert (answer.saved, getattr(record, field)) == (True, TYPED)


@pytest.mark.parametrize(
    ("make", "make_row", "prefix", "field"),
    [
        (a_plan, a_section, "section_set", "body"),
        (a_measure, an_action, "cocreation_actions", "appeal"),
        (a_measure, a_voice, "voices", "quotation"),
        (an_initiative, an_activity, "activities", "text"),
    ],
    ids=["section", "action", "voice", "activity"],
)
def test_line_breaks_of_a_row_are_stored_so_too(
    staff_client, make, make_row, prefix, field
):
    record = make()
    row = make_row(record)
    form = change_form(staff_client, record).fill_row(prefix, 0, **{field: TYPED})

    answer = form.send()

    row.refresh_from_db()
    assert (answer.saved, getattr(row, field)) == (True, TYPED)


@pytest.mark.long
@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_a_real_record_that_is_saved_unchanged_stays_as_it_was(staff_client, model):
    records = list(model.objects.order_by("pk")) or [EDITED[model][0]()]

    for record in records[:: 1 + len(records) // 8]:
        answer = change_form(staff_client, record).send()

        assert (answer.saved, answer.errors) == (True, [])
        assert stored(record) == {
            field.attname: getattr(record, field.attname)
            for field in model._meta.concrete_fields
        }


def stored(record):
    return type(record).objects.filter(pk=record.pk).values().get()


def test_a_real_plan_and_its_rows_stay_as_they_were(staff_client):
    plan = a_plan()
    section = a_section(plan, body=TYPED)
    rows = list(type(section).objects.values())

    answer = change_form(staff_client, plan).send()

    assert answer.saved
    assert list(type(section).objects.values()) == rows

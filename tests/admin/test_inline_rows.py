"""Rows typed below a record get their plan, a free code and the next position."""

import pytest

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.fields import PositionField
from plans.models import BasicPolicy, Measure, Plan, Section
from tests.admin.forms import add_form, change_form
from tests.admin.samples import EDITED, LEAST, name_of
from tests.factories import a_measure, a_plan, a_policy, an_initiative

pytestmark = pytest.mark.django_db

# The parent, the name of its inline and the model of the rows.
INLINES = [
    (Plan, "basicpolicy_set", BasicPolicy),
    (Plan, "section_set", Section),
    (BasicPolicy, "measures", Measure),
    (BasicPolicy, "sections", Section),
    (BasicPolicy, "survey_indicators", SurveyIndicator),
    (Measure, "initiatives", Initiative),
    (Measure, "cocreation_actions", CocreationAction),
    (Measure, "voices", Voice),
    (Measure, "sections", Section),
    (Initiative, "targets", Target),
    (Initiative, "activities", Activity),
]
every_inline = pytest.mark.parametrize(
    ("parent_model", "prefix", "model"), INLINES, ids=name_of
)


def fill_two_rows(form, prefix, model):
    """Type two rows below a record; one actor cannot have two."""
    other = {"actor": "citizen"} if model is CocreationAction else {}
    return form.add_row(prefix, **LEAST[model]).add_row(
        prefix, **{**LEAST[model], **other}
    )


def added_to(plan, model):
    return list(model.objects.filter(plan=plan).order_by("position"))


@every_inline
def test_new_rows_get_free_codes_and_the_next_positions(
    staff_client, parent_model, prefix, model
):
    parent = EDITED[parent_model][0]()

    answer = fill_two_rows(change_form(staff_client, parent), prefix, model).send()

    assert (answer.saved, answer.errors) == (True, [])
    rows = added_to(getattr(parent, "plan", parent), model)
    stem = f"{parent.code}-" if hasattr(parent, "code") else ""
    assert [row.code for row in rows] == [f"{stem}1", f"{stem}2"]
    assert [row.position for row in rows] == [1, 2]


@every_inline
def test_a_new_parent_and_its_rows_are_saved_together(
    staff_client, parent_model, prefix, model
):
    old = EDITED[parent_model][0]()
    form = add_form(staff_client, parent_model)
    values = change_form(staff_client, old).values
    form.fill(**{name: values[name] for name in form.values if name in values})
    form.fill(**{name: "new" for name in ("code", "slug") if name in form.values})

    answer = fill_two_rows(form, prefix, model).send()

    assert (answer.saved, answer.errors) == (True, [])
    parent = parent_model.objects.order_by("pk").last()
    rows = added_to(getattr(parent, "plan", parent), model)
    assert (parent.pk > old.pk, len(rows)) == (True, 2)
    stem = "" if parent_model is Plan else "new-"
    assert [row.code for row in rows] == [f"{stem}1", f"{stem}2"]


@every_inline
def test_rows_of_a_parent_without_its_own_parent_are_refused_with_it(
    staff_client, parent_model, prefix, model
):
    form = add_form(staff_client, parent_model)

    answer = form.add_row(prefix, **LEAST[model]).send()

    assert not answer.saved
    assert "このフィールドは必須です。" in answer.errors


def test_numbering_goes_on_where_the_rows_end(staff_client):
    policy = a_policy(code="3")
    a_measure(policy, code="3-1", position=5)
    a_measure(policy, code="3-3", position=9)

    form = change_form(staff_client, policy)
    form.add_row("measures", title="初め").add_row("measures", title="次").send()

    rows = added_to(policy.plan, Measure)
    assert [row.code for row in rows] == ["3-1", "3-3", "3-2", "3-4"]
    assert [row.position for row in rows] == [5, 9, 10, 11]


def test_a_code_and_a_position_that_are_typed_are_kept(staff_client):
    policy = a_policy()

    form = change_form(staff_client, policy)
    form.add_row("measures", title="施策", code="x.9", position="40").send()

    (row,) = added_to(policy.plan, Measure)
    assert (row.code, row.position) == ("x.9", 40)


@pytest.mark.parametrize("code", ["1" * 50, "1" * 49], ids=len)
def test_a_parent_with_a_long_code_can_have_rows(staff_client, code):
    initiative = an_initiative(code=code)

    answer = change_form(staff_client, initiative)
    answer = answer.add_row("activities", text="活動").send()

    assert (answer.saved, answer.errors) == (True, [])
    (row,) = added_to(initiative.plan, Activity)
    assert row.full_clean() is None


def test_rows_can_follow_the_last_possible_position(staff_client):
    policy = a_policy()
    a_measure(policy, position=PositionField.high)

    answer = change_form(staff_client, policy)
    answer = answer.add_row("measures", title="次").send()

    assert answer.saved or answer.errors
    assert all(
        row.position <= PositionField.high for row in added_to(policy.plan, Measure)
    )


def test_the_rows_of_a_plan_are_its_own_sections_alone(staff_client):
    policy = a_policy(a_plan())
    Section.objects.create(
        plan=policy.plan, policy=policy, code="below", **LEAST[Section]
    )

    form = change_form(staff_client, policy.plan)

    assert form.values["section_set-TOTAL_FORMS"] == "0"

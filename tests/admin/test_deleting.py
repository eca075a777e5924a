"""What others stand below cannot be deleted, and the page says what they are."""

import pytest

from plans.models import Measure, Section
from tests.admin.forms import admin_url, change_form, delete_form, soup_of
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.initiatives.records import a_department, a_voice, an_action, an_activity
from tests.plans.records import a_note, a_publisher, a_section

pytestmark = pytest.mark.django_db


def of_publisher(publisher):
    return a_plan(publisher=publisher)


def after_department(department):
    return a_department(department.publisher, successor=department)


# How to make a record, and what then stands below it.
PROTECTED = [
    pytest.param(a_plan, a_policy, id="plan with a policy"),
    pytest.param(a_plan, a_note, id="plan with a note"),
    pytest.param(a_plan, lambda plan: a_plan(parent=plan), id="plan with a plan"),
    pytest.param(a_policy, a_measure, id="policy with a measure"),
    pytest.param(a_policy, a_survey_indicator, id="policy with a survey"),
    pytest.param(a_measure, an_initiative, id="measure with an initiative"),
    pytest.param(an_initiative, a_target, id="initiative with a target"),
    pytest.param(a_publisher, of_publisher, id="publisher with a plan"),
    pytest.param(a_publisher, a_department, id="publisher with a department"),
    pytest.param(a_department, after_department, id="department with a predecessor"),
    pytest.param(
        a_department,
        lambda department: an_initiative(department=department),
        id="department with an initiative",
    ),
]


@pytest.mark.parametrize(("make", "make_child"), PROTECTED)
def test_the_page_names_what_stands_in_the_way(staff_client, make, make_child):
    record = make()
    child = make_child(record)

    soup = soup_of(staff_client.get(admin_url(record, "delete")))

    assert str(child) in soup.select_one("#content").text
    assert "次の記録が使っているため削除できません" in soup.select_one("#content").text
    assert soup.select("[name=post]") == []


@pytest.mark.parametrize(("make", "make_child"), PROTECTED)
def test_who_sends_the_form_all_the_same_deletes_nothing(
    staff_client, make, make_child
):
    record = make()
    child = make_child(record)

    response = staff_client.post(admin_url(record, "delete"), {"post": "yes"})

    assert "次の記録が使っているため削除できません" in response.content.decode()
    record.refresh_from_db()
    child.refresh_from_db()


@pytest.mark.parametrize(("make", "make_child"), PROTECTED)
def test_the_action_deletes_nothing_either(staff_client, make, make_child):
    record = make()
    child = make_child(record)

    response = staff_client.post(
        admin_url(record, "changelist"),
        {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"},
    )

    assert "次の記録が使っているため削除できません" in response.content.decode()
    record.refresh_from_db()
    child.refresh_from_db()


@pytest.mark.parametrize(
    ("make", "prefix", "make_row", "make_child"),
    [
        (a_plan, "basicpolicy_set", a_policy, a_measure),
        (a_policy, "measures", a_measure, an_initiative),
        (a_measure, "initiatives", an_initiative, a_target),
    ],
    ids=["policy of a plan", "measure of a policy", "initiative of a measure"],
)
def test_a_row_with_records_below_stays_where_it_is(
    staff_client, make, prefix, make_row, make_child
):
    record = make()
    row = make_row(record)
    child = make_child(row)
    form = change_form(staff_client, record).fill_row(prefix, 0, DELETE="on")

    answer = form.send()

    assert not answer.saved
    assert any(str(child) in sentence for sentence in answer.errors)
    row.refresh_from_db()


def test_the_texts_of_a_measure_go_with_it(staff_client):
    measure = a_measure()
    texts = [an_action(measure), a_voice(measure)]
    a_section(measure.plan, measure=measure)

    form = delete_form(staff_client, measure)
    form.send()

    assert all(str(text) in form.soup.text for text in texts)
    assert not Measure.objects.filter(pk=measure.pk).exists()
    assert not Section.objects.filter(plan=measure.plan).exists()


def test_a_row_is_deleted_in_the_form_of_its_parent(staff_client):
    initiative = an_initiative()
    gone, kept = an_activity(initiative), an_activity(initiative)

    answer = change_form(staff_client, initiative)
    answer = answer.fill_row("activities", 0, DELETE="on").send()

    assert answer.saved
    assert [row.pk for row in initiative.activities.all()] == [kept.pk]
    assert gone.pk != kept.pk

"""No two rows typed below a record end with one code."""

import pytest

from plans.models import BasicPolicy, Measure, Plan
from tests.admin.forms import change_form
from tests.factories import a_measure, a_plan, a_policy, an_initiative
from tests.initiatives.records import an_action, an_activity

pytestmark = pytest.mark.django_db


def says_that_it_is_taken(answer):
    """By a record elsewhere in the plan, or by another row of the form."""
    return any(
        "別の記録で使われています" in sentence or "の行が2つあります" in sentence
        for sentence in answer.errors
    )


@pytest.mark.parametrize(
    ("make", "prefix", "model"),
    [
        pytest.param(a_plan, "basicpolicy_set", BasicPolicy, id="policies of a plan"),
        pytest.param(a_policy, "measures", Measure, id="measures of a policy"),
    ],
)
def test_a_new_row_cannot_take_the_code_of_a_row_that_is_there(
    staff_client, make, prefix, model
):
    parent = make()
    form = change_form(staff_client, parent).add_row(prefix, code="1", title="初め")
    assert form.send().saved

    answer = change_form(staff_client, parent).add_row(prefix, code="1", title="次")
    answer = answer.send()

    assert not answer.saved
    assert says_that_it_is_taken(answer)
    assert [row.title for row in rows_of(model, parent)] == ["初め"]


def test_a_new_row_cannot_take_a_code_from_elsewhere_in_the_plan(staff_client):
    measure = a_measure()
    taken = a_measure(a_policy(measure.plan)).code

    answer = change_form(staff_client, measure.policy)
    answer = answer.add_row("measures", code=taken, title="次").send()

    assert not answer.saved
    assert says_that_it_is_taken(answer)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        pytest.param(["same", "same"], set(), id="typed twice"),
        pytest.param(["", "3-1"], {"3-1", "3-2"}, id="blank before typed"),
        pytest.param(["3-1", ""], {"3-1", "3-2"}, id="blank after typed"),
        pytest.param(["x", "", ""], {"x", "3-1", "3-2"}, id="two blanks and typed"),
    ],
)
def test_new_rows_never_end_with_one_code(staff_client, typed, stored):
    policy = a_policy(code="3")
    form = change_form(staff_client, policy)
    for code in typed:
        form.add_row("measures", code=code, title="施策")

    answer = form.send()

    assert answer.saved == bool(stored)
    assert {row.code for row in rows_of(Measure, policy)} == stored


def test_a_second_row_of_an_actor_is_refused(staff_client):
    action = an_action(actor="city")
    form = change_form(staff_client, action.measure)
    form.add_row("cocreation_actions", actor="city", appeal="声をかける")

    answer = form.send()

    assert not answer.saved
    assert says_that_it_is_taken(answer)


def test_the_code_of_a_row_cannot_be_taken_away(staff_client):
    activity = an_activity(an_initiative(), code="a-1")
    form = change_form(staff_client, activity.initiative)
    form.fill_row("activities", 0, code="")

    form.send()

    activity.refresh_from_db()
    assert activity.code == "a-1"


def rows_of(model, parent):
    name = "plan" if isinstance(parent, Plan) else "policy"
    return model.objects.filter(**{name: parent})

"""A part takes its plan from the record it stands below, and stays with it."""

import pytest

from indicators.models import SurveyIndicator, Target
from initiatives.models import Activity, CocreationAction, Initiative, Voice
from plans.models import Measure
from tests.admin.forms import add_form, change_form
from tests.admin.samples import EDITED, LEAST, name_of
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.initiatives.records import a_voice, an_action, an_activity
from tests.plans.records import a_section

pytestmark = pytest.mark.django_db

BELOW = [
    (Measure, "policy"),
    (Initiative, "measure"),
    (Activity, "initiative"),
    (CocreationAction, "measure"),
    (Voice, "measure"),
    (Target, "initiative"),
    (Target, "measure"),
    (SurveyIndicator, "policy"),
]
every_child = pytest.mark.parametrize(("model", "relation"), BELOW, ids=name_of)
ONE_PARENT = "主な取組と基本施策の、どちらか一方だけを選んでください。"


def a_parent(model, relation):
    return EDITED[model._meta.get_field(relation).related_model][0]()


@every_child
def test_a_new_part_belongs_to_the_plan_of_its_parent(staff_client, model, relation):
    parent = a_parent(model, relation)
    form = add_form(staff_client, model).fill(code="new", **LEAST[model])

    answer = form.fill(**{relation: parent}).send()

    assert (answer.saved, answer.errors) == (True, [])
    assert model.objects.get(code="new", plan=parent.plan).plan == parent.plan


@every_child
def test_a_part_moves_to_the_plan_of_its_new_parent(staff_client, model, relation):
    part, parent = EDITED[model][0](), a_parent(model, relation)
    others = {"initiative": "", "measure": ""} if model is Target else {}

    form = change_form(staff_client, part).fill(**others)
    answer = form.fill(**{relation: parent}).send()

    part.refresh_from_db()
    assert (answer.saved, answer.errors) == (True, [])
    assert (getattr(part, relation), part.plan) == (parent, parent.plan)


@every_child
def test_a_part_without_a_parent_is_refused(staff_client, model, relation):
    answer = add_form(staff_client, model).fill(code="new", **LEAST[model]).send()

    wanted = ONE_PARENT if model is Target else "このフィールドは必須です。"
    assert not answer.saved
    assert answer.errors == [wanted]


def test_a_target_below_two_records_is_refused(staff_client):
    initiative = an_initiative()
    form = add_form(staff_client, Target).fill(code="new", name="目標")

    answer = form.fill(initiative=initiative, measure=a_measure()).send()

    assert not answer.saved
    assert ONE_PARENT in answer.errors


@pytest.mark.parametrize(
    "make_child",
    [
        pytest.param(lambda policy: a_measure(policy), id="measure"),
        pytest.param(
            lambda policy: a_section(policy.plan, policy=policy), id="section"
        ),
    ],
)
def test_a_policy_with_parts_below_stays_in_its_plan(staff_client, make_child):
    policy = a_policy()
    make_child(policy)

    answer = change_form(staff_client, policy).fill(plan=a_plan()).send()

    assert not answer.saved
    assert any("計画" in sentence for sentence in answer.errors)


@pytest.mark.parametrize(
    "make_child",
    [
        pytest.param(an_initiative, id="initiative"),
        pytest.param(an_action, id="action"),
        pytest.param(a_voice, id="voice"),
        pytest.param(
            lambda measure: a_section(measure.plan, measure=measure), id="section"
        ),
    ],
)
def test_a_measure_with_parts_below_stays_in_its_plan(staff_client, make_child):
    measure = a_measure()
    make_child(measure)

    answer = change_form(staff_client, measure).fill(policy=a_policy()).send()

    assert not answer.saved
    assert any("計画" in sentence for sentence in answer.errors)


@pytest.mark.parametrize("make_child", [a_target, an_activity])
def test_an_initiative_with_parts_below_stays_in_its_plan(staff_client, make_child):
    initiative = an_initiative()
    make_child(initiative)

    answer = change_form(staff_client, initiative).fill(measure=a_measure()).send()

    assert not answer.saved
    assert any("計画" in sentence for sentence in answer.errors)


def test_a_measure_with_parts_below_moves_inside_its_plan(staff_client):
    initiative = an_initiative()
    policy = a_policy(initiative.plan)

    answer = change_form(staff_client, initiative.measure).fill(policy=policy).send()

    initiative.refresh_from_db()
    assert (answer.saved, answer.errors) == (True, [])
    assert initiative.measure.policy == policy

"""Every edit in the admin raises the revision of the pages that it changes."""

import pytest

from initiatives.models import Department
from plans.models import (
    GlossaryTerm,
    Measure,
    Publisher,
    SourceDocument,
)
from tests.admin.forms import add_form, admin_url, change_form
from tests.admin.samples import EDITED, name_of
from tests.factories import a_measure, a_plan, a_policy
from tests.plans.records import a_term

pytestmark = pytest.mark.django_db

PARTS = [model for model in EDITED if hasattr(model, "plan")]
SHARED = [Publisher, SourceDocument, Department]


def scope(plan):
    return f"plan:{plan.slug}"


@pytest.mark.parametrize("model", PARTS, ids=name_of)
def test_saving_a_part_raises_the_revision_of_its_plan_alone(
    staff_client, risen, model
):
    part = EDITED[model][0]()

    answer = change_form(staff_client, part).fill(position=77).send()

    part.refresh_from_db()
    assert (answer.saved, part.position) == (True, 77)
    assert risen() == {"*", scope(part.plan)}


@pytest.mark.parametrize("model", SHARED, ids=name_of)
def test_saving_what_several_plans_share_raises_that_of_the_site(
    staff_client, risen, model
):
    make, field = EDITED[model]

    answer = change_form(staff_client, make()).fill(**{field: "改めた名称"}).send()

    assert answer.saved
    assert risen() == {"*", "site"}


def test_adding_a_part_raises_the_revision_of_its_plan(staff_client, risen):
    plan = a_plan()

    answer = add_form(staff_client, GlossaryTerm)
    answer = answer.fill(plan=plan, code="g-1", term="共創").send()

    assert answer.saved
    assert risen() == {"*", scope(plan)}


def test_a_part_that_moves_raises_the_revisions_of_both_plans(staff_client, risen):
    term, target = a_term(), a_plan()

    answer = change_form(staff_client, term).fill(plan=target).send()

    assert answer.saved
    assert risen() == {"*", scope(term.plan), scope(target)}


def test_a_part_that_moves_with_its_parent_raises_both_too(staff_client, risen):
    measure, policy = a_measure(), a_policy()

    answer = change_form(staff_client, measure).fill(policy=policy).send()

    assert answer.saved
    assert risen() == {"*", scope(measure.plan), scope(policy.plan)}


def test_a_draft_with_a_new_address_raises_the_old_and_the_new(staff_client, risen):
    plan = a_plan(slug="old-name", state="draft")

    answer = change_form(staff_client, plan).fill(slug="new-name").send()

    assert answer.saved
    assert risen() == {"*", "plan:old-name", "plan:new-name"}


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_a_save_that_fails_raises_none(staff_client, risen, model):
    make, field = EDITED[model]
    record = make()
    wrong = {"position": "-1"} if hasattr(record, "position") else {field: ""}

    answer = change_form(staff_client, record).fill(**wrong).send()

    assert (answer.saved, risen()) == (False, set())
    assert answer.errors


@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_looking_at_a_record_raises_none(staff_client, risen, model):
    record = EDITED[model][0]()

    pages = [
        staff_client.get(admin_url(record, page)).content.decode()
        for page in ("changelist", "change", "delete")
    ]

    assert all(str(model._meta.verbose_name) in page for page in pages)
    assert risen() == set()


def test_rows_below_a_record_raise_its_plan(staff_client, risen):
    policy = a_policy()
    form = change_form(staff_client, policy).add_row("measures", title="見守り")

    answer = form.send()

    assert answer.saved
    assert Measure.objects.get(policy=policy).title == "見守り"
    assert risen() == {"*", scope(policy.plan)}

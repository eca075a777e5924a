"""Every edit in the admin raises the revision of the pages that it changes."""

import pytest

from plans.models import GlossaryTerm, Measure, Reading, SiteTerm, Theme
from tests.admin.forms import add_form, admin_url, change_form, delete_form
from tests.admin.samples import EDITED, name_of
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.initiatives.records import a_department
from tests.plans.records import a_publisher, a_term

pytestmark = pytest.mark.django_db

PARTS = [model for model in EDITED if hasattr(model, "plan")]
SITES_OWN = [Theme, SiteTerm, Reading]


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


@pytest.mark.parametrize("model", SITES_OWN, ids=name_of)
def test_saving_what_every_page_may_show_raises_that_of_the_site(
    staff_client, risen, model
):
    record = EDITED[model][0]()

    delete_form(staff_client, record).send()

    assert not model.objects.filter(pk=record.pk).exists()
    assert risen() == {"*", "site"}


def test_saving_a_publisher_raises_its_own(staff_client, risen):
    publisher = a_publisher()

    answer = change_form(staff_client, publisher).fill(name="改めた名称").send()

    assert answer.saved
    assert risen() == {"*", f"publisher:{publisher.slug}"}


def test_saving_a_document_raises_those_of_the_plans_that_quote_it(staff_client, risen):
    one, other = a_plan(), a_plan()
    document = one.source_document

    answer = change_form(staff_client, document).fill(description="新しい版").send()

    assert answer.saved
    assert {"*", scope(one), scope(other)} <= risen()


def test_saving_a_department_raises_those_of_all_plans_that_name_it(
    staff_client, risen
):
    """Also of one that names the department before it, or did so once."""
    department = a_department()
    before = a_department(department.publisher, successor=department)
    now, past = an_initiative(department=department), an_initiative()
    past.department = department
    past.save()
    past.department = None
    past.save()
    target, earlier = a_target(department=department), a_target(department=before)
    risen()

    answer = change_form(staff_client, department).fill(name="改めた課").send()

    assert answer.saved
    plans = [record.plan for record in (now, past, target, earlier)]
    publisher = f"publisher:{department.publisher.slug}"
    assert risen() == {"*", publisher, *map(scope, plans)}


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

"""What a newer version of a file does to records that nobody edited."""

from decimal import Decimal

import pytest

from indicators.models import Target
from initiatives.models import Activity, Initiative
from plans.models import BasicPolicy, GlossaryTerm, Measure, PageRevision
from tests.plan_files.database_state import database_state
from tests.plan_files.small_file import SMALL, changed

pytestmark = pytest.mark.django_db


def test_first_load_creates_every_record(load):
    report = load()

    assert report.created == SMALL.count("\n- model:") == 15
    assert report.left_alone == []
    activity = Activity.objects.get(plan__slug="mihon-plan")
    assert activity.initiative.measure.policy.title == "支え合う"
    assert Target.objects.get(plan__slug="mihon-plan").baseline_value == Decimal("90.5")


def test_loading_twice_changes_nothing_and_raises_no_page_revision(load):
    load()
    before = database_state()

    report = load()

    assert (report.unchanged, report.created, report.updated) == (15, 0, 0)
    assert report.left_alone == []
    assert database_state() == before


def test_newer_file_updates_only_what_it_changes(load):
    load()

    report = load(changed("title: 見守る", "title: 見守り合う"))

    assert (report.updated, report.unchanged) == (1, 14)
    assert Measure.objects.get(plan__slug="mihon-plan").title == "見守り合う"


def test_newer_file_raises_the_revision_of_its_plan_only(load):
    load()
    before = dict(PageRevision.objects.values_list("scope", "rev"))

    load(changed("title: 見守る", "title: 見守り合う"))

    after = dict(PageRevision.objects.values_list("scope", "rev"))
    raised = {scope for scope, rev in after.items() if rev > before[scope]}
    assert raised == {"*", "plan:mihon-plan"}


def test_value_that_a_newer_file_leaves_out_becomes_empty(load):
    load()

    load(changed("    department: [mihon-shi, fukushi]\n", ""))

    initiative = Initiative.objects.get(plan__slug="mihon-plan", code="1-1-1")
    assert initiative.department is None


def test_newer_file_adds_records(load):
    load()

    report = load(
        SMALL
        + "\n- model: plans.glossaryterm\n  fields:\n    plan: [mihon-plan]\n"
        + "    code: jijo\n    term: 自助\n"
    )

    assert (report.created, report.unchanged) == (1, 15)
    assert GlossaryTerm.objects.get(plan__slug="mihon-plan", code="jijo").term == "自助"


def test_newer_file_puts_a_record_below_another_parent(load):
    second = "\n- model: plans.basicpolicy\n  fields:\n    plan: [mihon-plan]\n"
    second += "    code: '2'\n    position: 2\n    title: つなぐ\n"
    load()

    text = changed("\n- model: plans.measure", second + "\n- model: plans.measure")
    load(changed("'1']\n    title", "'2']\n    title", text))

    assert Measure.objects.get(plan__slug="mihon-plan").policy.title == "つなぐ"
    assert BasicPolicy.objects.filter(plan__slug="mihon-plan").count() == 2


def test_file_that_goes_back_to_its_first_version_is_followed(load):
    load()
    load(changed("term: 共助", "term: 互助"))

    report = load()

    assert report.updated == 1
    assert GlossaryTerm.objects.get(plan__slug="mihon-plan").term == "共助"

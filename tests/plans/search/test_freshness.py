"""After any edit the index says what a rebuilt one says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Target
from plans.models import Measure, Plan, SearchEntry
from plans.publishing import publishing
from plans.search.folding import fold
from plans.search.index import bring_up_to_date, is_current, rebuild
from tests import factories
from tests.admin.forms import change_form
from tests.indicators.published import publish_value
from tests.plans.records import a_publisher, a_section
from tests.search_entries import entries

pytestmark = pytest.mark.django_db


def saved(record, **values):
    with publishing(*record.publishing_scopes()):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


@pytest.fixture
def plan():
    with publishing("test"):
        plan = factories.a_plan(publisher=a_publisher())
        measure = factories.a_measure(factories.a_policy(plan))
        factories.a_target(factories.an_initiative(measure))
        a_section(plan, measure=measure)
    return plan


def is_as_rebuilt(plan):
    before = entries()
    bring_up_to_date(Plan.objects.get(pk=plan.pk), fold_again=True)
    return before == entries()


def test_the_loaded_plans_are_in_the_index():
    assert is_current()
    assert SearchEntry.objects.count() > 400
    before = entries()
    rebuild()
    assert entries() == before


def test_a_new_record_is_found_at_once(plan):
    with publishing(*plan.publishing_scopes()):
        measure = factories.a_measure(factories.a_policy(plan), title="はじめて")

    assert SearchEntry.objects.get(plan=plan, title="はじめて").code == measure.code
    assert is_as_rebuilt(plan)


@pytest.mark.parametrize("state", ["draft", "archived"])
def test_a_plan_of_any_state_has_entries(plan, state):
    saved(plan, state=state)

    assert SearchEntry.objects.filter(plan=plan, kind="target").exists()
    assert is_as_rebuilt(plan)


def test_a_new_code_of_a_measure_reaches_what_stands_below_it(plan):
    saved(Measure.objects.get(plan=plan), code="new-code")

    section = SearchEntry.objects.get(plan=plan, kind="section")
    assert "/measures/new-code/" in section.url
    assert is_as_rebuilt(plan)


def test_a_new_slug_of_the_plan_reaches_every_address(plan):
    saved(plan, slug="another-slug")

    urls = SearchEntry.objects.filter(plan=plan).values_list("url", flat=True)
    assert all(url.startswith("/plans/another-slug/") for url in urls)
    assert is_as_rebuilt(plan)


def test_the_name_of_the_publisher_is_followed(plan):
    saved(plan.publisher, name="名前の変わった市")

    assert "名前の変わった市" in SearchEntry.objects.get(plan=plan, kind="plan").text
    assert is_as_rebuilt(plan)


def test_the_words_for_a_level_are_followed(plan):
    measure = Measure.objects.get(plan=plan)
    saved(plan, level2_label="重点施策")

    entry = SearchEntry.objects.get(plan=plan, kind="measure")
    assert fold(f"重点施策{measure.code}") in entry.folded_title.split()
    assert is_as_rebuilt(plan)


def test_what_is_deleted_is_found_no_more(plan):
    target = Target.objects.get(plan=plan)

    with publishing(*plan.publishing_scopes()):
        target.delete()

    assert not SearchEntry.objects.filter(plan=plan, kind="target").exists()
    assert is_as_rebuilt(plan)


def test_a_record_that_moves_to_another_plan_leaves_no_entry(plan):
    other = factories.a_plan()
    section = plan.section_set.get()

    with publishing(*plan.publishing_scopes(), *other.publishing_scopes()):
        section.plan, section.measure = other, None
        section.save()

    found = SearchEntry.objects.filter(kind="section", plan__in=[plan, other])
    assert [entry.plan for entry in found] == [other]


def test_an_edit_in_the_admin_is_found_at_once(plan, staff_client):
    measure = Measure.objects.get(plan=plan)

    answer = change_form(staff_client, measure).fill(title="書き直した題").send()

    assert answer.saved, answer.errors
    assert SearchEntry.objects.filter(plan=plan, title="書き直した題").exists()
    assert is_as_rebuilt(plan)


def test_an_edit_that_is_taken_back_leaves_the_index_as_it_was(plan):
    before = entries()

    with pytest.raises(RuntimeError, match="halfway"):
        _fail_halfway(plan)

    assert entries() == before


def _fail_halfway(plan):
    with publishing(*plan.publishing_scopes()):
        Target.objects.get(plan=plan).delete()
        raise RuntimeError("halfway")


def test_the_publication_of_a_value_does_not_ask_the_index(plan):
    target = Target.objects.get(plan=plan)

    with CaptureQueriesContext(connection) as captured:
        publish_value(target, 2024, "940")

    assert not [q for q in captured if SearchEntry._meta.db_table in q["sql"]]


def test_nothing_is_written_where_nothing_differs():
    plan = Plan.objects.get(slug="kashiwa-chiiki-fukushi")

    with CaptureQueriesContext(connection) as captured:
        written = bring_up_to_date(plan)

    assert written == 0
    assert not [q for q in captured if q["sql"].startswith(("INSERT", "DELETE"))]


def test_the_cost_of_an_edit_does_not_grow_with_the_plan(plan):
    small = _queries_of_an_edit(Measure.objects.get(plan=plan))
    big = _queries_of_an_edit(
        Measure.objects.filter(plan__slug="kashiwa-chiiki-fukushi").first()
    )

    assert big == small <= 30


def _queries_of_an_edit(measure):
    with CaptureQueriesContext(connection) as captured:
        saved(measure, title="別の題")
    return len(captured)


def test_entries_of_an_older_way_of_folding_are_made_again_after_a_migration(plan):
    from welfare_plan.apps import _settle_after_migration

    SearchEntry.objects.filter(plan=plan).update(pieces="fold0 古", folded="古")
    assert not is_current()

    _settle_after_migration("default")

    assert is_current()
    assert not SearchEntry.objects.filter(folded="古").exists()

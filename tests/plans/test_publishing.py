"""Content and the revisions of its pages are written together or not at all."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from plans import publishing as publishing_module
from plans.models import PageRevision
from plans.publishing import publishing, raise_revisions
from tests.factories import a_plan

pytestmark = pytest.mark.django_db


def revision(scope="*"):
    return PageRevision.objects.filter(scope=scope).values_list("rev", flat=True).get()


def all_revisions():
    return dict(PageRevision.objects.values_list("scope", "rev"))


def rename(plan):
    plan.title = "改めた名称"
    plan.save()


def rename_and_fail(plan, *scopes):
    with publishing(*scopes):
        rename(plan)
        raise RuntimeError("halfway")


@pytest.fixture
def clock(monkeypatch):
    """Sets the clock that revisions are taken from, in microseconds."""

    def stand_at(microseconds):
        stopped = SimpleNamespace(time_ns=lambda: microseconds * 1000)
        monkeypatch.setattr(publishing_module, "time", stopped)

    return stand_at


def test_an_edit_raises_its_scope_and_that_of_everything_and_no_other():
    before = all_revisions()

    with publishing("test"):
        rename(a_plan())

    after = all_revisions()
    assert after.pop("test") > 0
    assert after.pop("*") > before.pop("*")
    assert after == before


def test_the_body_adds_the_scopes_that_it_meets():
    with publishing("test-given") as scopes:
        scopes.add("test-met")

    assert {"test-given", "test-met"} <= set(all_revisions())


def test_nothing_is_written_when_the_body_fails():
    plan, before = a_plan(title="印刷された名称"), all_revisions()

    with pytest.raises(RuntimeError, match="halfway"):
        rename_and_fail(plan, "test")

    plan.refresh_from_db()
    assert plan.title == "印刷された名称"
    assert all_revisions() == before


def test_a_failed_block_leaves_nothing_behind_for_the_next():
    with pytest.raises(RuntimeError, match="halfway"):
        rename_and_fail(a_plan(), "test-failed")

    with publishing("test-next"):
        pass

    assert "test-failed" not in all_revisions()
    assert "test-next" in all_revisions()


def test_a_block_without_a_scope_raises_no_revision():
    plan, before = a_plan(), all_revisions()

    with publishing():
        rename(plan)

    plan.refresh_from_db()
    assert plan.title == "改めた名称"
    assert all_revisions() == before


def test_revisions_are_the_last_statements_of_the_transaction():
    plan = a_plan()

    with CaptureQueriesContext(connection) as captured, publishing("test-b", "test-a"):
        rename(plan)

    *_, everything, first, second, end = [query["sql"] for query in captured]
    # In one order, so that two publishers cannot deadlock.
    assert "'*'" in everything
    assert "'test-a'" in first
    assert "'test-b'" in second
    assert end.startswith("RELEASE SAVEPOINT")


@pytest.mark.parametrize("step", [0, -3_600_000_000], ids=["clock stands", "goes back"])
def test_a_revision_rises_whatever_the_clock_does(clock, step):
    numbers, now = [], revision() + 1_000_000

    for microseconds in (now, now + step, now + step, now + 10):
        clock(microseconds)
        with publishing("test"):
            pass
        numbers.append((revision(), revision("test")))

    assert numbers == [(now + n, now + n) for n in (0, 1, 2, 10)]


def test_revisions_are_taken_back_with_an_outer_transaction():
    before = all_revisions()

    with transaction.atomic():
        with publishing("test"):
            pass
        transaction.set_rollback(True)

    assert all_revisions() == before


def test_raising_revisions_needs_a_transaction(at_once):
    def raise_alone():
        raise_revisions({"test"})

    with pytest.raises(transaction.TransactionManagementError, match=r"publishing\(\)"):
        at_once(raise_alone)

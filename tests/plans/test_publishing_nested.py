"""A publishing block inside another joins it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PageRevision, Plan
from plans.publishing import publishing
from tests.factories import a_plan

pytestmark = pytest.mark.django_db


def scopes_raised(captured):
    """The scopes of the revision statements among the captured ones, in order."""
    table = PageRevision._meta.db_table
    statements = [query["sql"] for query in captured if table in query["sql"]]
    return [statement.split("'")[1] for statement in statements]


def write_and_fail(*scopes):
    with publishing(*scopes):
        a_plan(slug="written-inside")
        raise RuntimeError("halfway")


def test_revisions_come_once_at_the_outer_end():
    with CaptureQueriesContext(connection) as captured, publishing("test-outer"):
        with publishing("test-inner"):
            a_plan()
        with publishing("test-inner"):
            a_plan()
        raised_inside = scopes_raised(captured)

    assert raised_inside == []
    assert scopes_raised(captured) == ["*", "test-inner", "test-outer"]


def test_both_blocks_speak_of_one_set_of_scopes():
    with publishing() as outer, publishing("test-inner") as inner:
        inner.add("test-met")

    assert outer == {"test-inner", "test-met"}


def test_a_failure_that_nobody_catches_takes_both_blocks_back():
    with pytest.raises(RuntimeError, match="halfway"), publishing("test-outer"):
        write_and_fail("test-inner")

    assert not Plan.objects.filter(slug="written-inside").exists()
    assert not PageRevision.objects.filter(scope__startswith="test").exists()


def test_an_inner_failure_that_is_caught_leaves_the_outer_content():
    with publishing("test-outer"):
        a_plan(slug="written-outside")
        with pytest.raises(RuntimeError, match="halfway"):
            write_and_fail("test-inner")

    written = Plan.objects.filter(slug__startswith="written")
    raised = PageRevision.objects.filter(scope__startswith="test")
    assert [plan.slug for plan in written] == ["written-outside"]
    assert [row.scope for row in raised] == ["test-outer"]


def test_a_finished_inner_block_falls_with_the_outer_one():
    def publish():
        with publishing("test-outer"):
            with publishing("test-inner"):
                a_plan(slug="written-inside")
            raise RuntimeError("late")

    with pytest.raises(RuntimeError, match="late"):
        publish()

    assert not Plan.objects.filter(slug="written-inside").exists()
    assert not PageRevision.objects.filter(scope__startswith="test").exists()


def test_a_block_after_the_outer_one_stands_alone():
    with publishing("test-first"), publishing("test-inner"):
        pass

    with CaptureQueriesContext(connection) as captured, publishing("test-second"):
        pass

    assert scopes_raised(captured) == ["*", "test-second"]

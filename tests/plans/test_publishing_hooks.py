"""Hooks run with each publication, inside its transaction."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PageRevision, Plan
from plans.publishing import (
    publishing,
    register_publishing_hook,
    unregister_publishing_hook,
)
from tests.factories import a_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Registers a hook for one test."""
    registered = []

    def register(hook):
        register_publishing_hook(hook)
        registered.append(hook)

    yield register
    for hook in registered:
        unregister_publishing_hook(hook)


@pytest.fixture
def calls(register):
    """What a hook was called with, once a call."""
    found = []
    register(found.append)
    return found


def test_a_hook_is_called_once_with_all_scopes(calls):
    with publishing("test-given") as scopes:
        scopes.add("test-met")
        with publishing("test-inner"):
            pass

    assert calls == [frozenset({"test-given", "test-met", "test-inner"})]


def test_a_hook_registered_twice_is_called_once(calls):
    register_publishing_hook(calls.append)

    with publishing("test"):
        pass

    assert len(calls) == 1


def test_a_hook_is_not_called_without_a_scope(calls):
    with publishing():
        a_plan()

    assert calls == []


def test_a_hook_is_not_called_when_the_body_fails(calls):
    with pytest.raises(RuntimeError), publishing("test"):
        raise RuntimeError

    assert calls == []


def test_a_hook_sees_the_new_content_before_the_revisions_rise(register):
    seen = []

    def look(scopes):
        seen.append(connection.in_atomic_block)
        seen.append(Plan.objects.filter(slug="fresh").exists())
        seen.append(PageRevision.objects.filter(scope="test").exists())

    register(look)
    with publishing("test"):
        a_plan(slug="fresh")

    assert seen == [True, True, False]


def test_hooks_run_in_the_order_of_their_registration(register):
    order = []
    register(lambda scopes: order.append("first"))
    register(lambda scopes: order.append("second"))

    with publishing("test"):
        pass

    assert order == ["first", "second"]


def test_a_failing_hook_takes_everything_back(register):
    def fail(scopes):
        a_plan(slug="written-by-hook")
        raise RuntimeError("index is broken")

    before = list(PageRevision.objects.values_list("scope", "rev"))
    register(fail)

    with pytest.raises(RuntimeError, match="index is broken"), publishing("test"):
        a_plan(slug="written-by-body")

    assert not Plan.objects.filter(slug__startswith="written-by").exists()
    assert list(PageRevision.objects.values_list("scope", "rev")) == before


def test_what_a_hook_publishes_itself_joins_the_same_publication(register):
    def publish_more(scopes):
        with publishing("test-more"):
            a_plan()

    register(publish_more)
    with CaptureQueriesContext(connection) as captured, publishing("test"):
        pass

    table = PageRevision._meta.db_table
    statements = [query["sql"] for query in captured if table in query["sql"]]
    assert len(statements) == 3
    assert "'test-more'" in statements[2]


def test_a_hook_that_was_taken_away_is_not_called():
    calls = []
    register_publishing_hook(calls.append)
    unregister_publishing_hook(calls.append)

    with publishing("test"):
        pass

    assert calls == []

"""The page cache in the test suite: always on, and every page it finds is checked.

A page that is found is rendered as well, and the test fails where the two differ: an
edit raised no revision, or a page names too few scopes. What a test writes by itself,
outside of a request and of `publishing()`, is no edit of the site's: all pages are
forgotten with it.
"""

from contextlib import contextmanager
from contextvars import ContextVar

import pytest
from django.core.handlers.base import BaseHandler
from django.core.signals import setting_changed
from django.db import connection
from django.test import override_settings

from plans.made_once import forget_all
from plans.publishing import open_scopes
from welfare_plan.page_cache import shadow
from welfare_plan.page_cache.middleware import forget_everything
from welfare_plan.page_cache.store import store

_is_in_a_request = ContextVar("is_in_a_request", default=False)
_WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def in_a_request():
    """What is written inside is for the site to publish."""
    token = _is_in_a_request.set(True)
    try:
        yield
    finally:
        _is_in_a_request.reset(token)


@pytest.fixture(scope="session", autouse=True)
def requests_are_known():
    """Tells what the site writes while it answers from what a test writes by itself."""
    own = BaseHandler.get_response

    def get_response(self, request):
        with in_a_request():
            return own(self, request)

    BaseHandler.get_response = get_response
    setting_changed.connect(_forget)


def _forget(**kwargs):
    forget_everything()


@pytest.fixture(autouse=True)
def kept_pages_are_true(monkeypatch):
    """Starts with no page, as a worker does, and fails on one that is not true."""
    differences = []
    monkeypatch.setattr(shadow, "report", differences.append)
    forget_everything()
    with connection.execute_wrapper(_forget_with_own_writes):
        yield
    assert not differences, "\n".join(map(str, differences))


def _forget_with_own_writes(execute, sql, params, many, context):
    if sql.startswith(_WRITES) and open_scopes() is None and not _is_in_a_request.get():
        store.clear()
        forget_all()
    return execute(sql, params, many, context)


@contextmanager
def no_pages_kept():
    """For what is counted or timed of the rendering itself."""
    with override_settings(PAGE_CACHE_BYTES=0):
        yield

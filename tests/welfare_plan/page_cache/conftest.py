"""Requests that a test answers by itself, and pages that are kept and trusted."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from welfare_plan.page_cache import revisions as revisions_module
from welfare_plan.page_cache.middleware import PageCacheMiddleware

PAGE = "/plans/kita-ku/"


@pytest.fixture
def trusted(settings):
    """What is kept goes out as it is, without being rendered beside it."""
    settings.PAGE_CACHE_VERIFY = False


@pytest.fixture
def leased(monkeypatch):
    """As outside of a transaction: what was read of the revisions may be used again.

    Gives the clock, which stands still.
    """
    outside = SimpleNamespace(
        in_atomic_block=False,
        cursor=connection.cursor,
        ops=connection.ops,
        close=lambda: None,
    )
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(revisions_module, "connection", outside)
    monkeypatch.setattr(revisions_module, "monotonic", lambda: clock.now)
    return clock


class Site:
    """The middleware before one view, which counts how often it is asked."""

    def __init__(self, make_response):
        self._make, self.asked = make_response, 0
        self.middleware = PageCacheMiddleware(self._view)

    def _view(self, request):
        self.asked += 1
        return self._make(request)

    def get(self, address="/page/", **headers):
        return self.middleware(RequestFactory(headers=headers).get(address))


@pytest.fixture
def site(db, trusted):
    """Makes a site whose one view answers with what a function gives."""
    return Site


def a_page(body="<p>公開</p>", **options):
    response = HttpResponse(body, **options)
    response.public_scopes = ("site",)
    return response

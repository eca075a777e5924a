"""Answers a kept page before Django makes a request of it, which was most of its time.

Only where nothing is open: the very request that the middleware has found a name for,
from nobody with a session, while the revisions need not be asked for. Whatever else
there is to decide is decided by the middleware. So it is busy sites that gain.
"""

from django.conf import settings
from django.utils import timezone

from welfare_plan.page_cache.entries import Entry
from welfare_plan.page_cache.keys import Key
from welfare_plan.page_cache.replies import answer_of
from welfare_plan.page_cache.revisions import revisions
from welfare_plan.page_cache.store import store

# Where the middleware leaves the name of the page for whoever answers next.
NAME = "welfare_plan.page_key"
# All of a request that its name can depend on, as the server hands it over.
_ASKED_BY = (
    *("REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"),
    *("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_PORT"),
    *("HTTP_HOST", "HTTP_X_FORWARDED_HOST", "SERVER_NAME", "SERVER_PORT"),
    *("SCRIPT_URL", "REDIRECT_URL"),
)
_METHODS = ("GET", "HEAD")
_STATUS = {200: "200 OK", 304: "304 Not Modified"}
# Some megabytes at most, whatever is asked for.
MOST, _LONGEST = 4096, 2000

_names: dict[tuple, Key] = {}


def with_kept_pages(application):
    """Wraps the WSGI application of a site whose first middleware keeps pages."""

    def answered(environ, start_response):
        if settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", ""):
            return application(environ, start_response)
        asked = tuple(map(environ.get, _ASKED_BY))
        entry = _current(_names.get(asked))
        if entry is None:
            response = application(environ, start_response)
            if environ["REQUEST_METHOD"] in _METHODS:
                _remember(asked, environ.get(NAME))
            return response
        status, headers, body = answer_of(environ["REQUEST_METHOD"], environ, entry)
        start_response(_STATUS[status], list(headers.items()))
        return [body]

    return answered


def forget_names() -> None:
    _names.clear()


def _current(key: Key | None) -> Entry | None:
    if key is None or settings.PAGE_CACHE_VERIFY or not settings.PAGE_CACHE_BYTES:
        return None
    snapshot, entry = revisions.leased(), store.get(key)
    if snapshot is None or entry is None:
        return None
    return entry if entry.is_current(snapshot, timezone.localdate()) else None


def _remember(asked, key):
    if key is None or store.get(key) is None:
        return
    path, query, *_ = key
    if sum(len(each or "") for each in (*asked, path, query)) > _LONGEST:
        return
    if len(_names) >= MOST:
        _names.clear()
    _names[asked] = key

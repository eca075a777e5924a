"""The answer while the database is away or too busy: a page that needs neither it
nor the session, and that says what became of what was sent.
"""

import logging
import sqlite3

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = 5  # seconds, as long as SQLite itself waits for a lock

_log = logging.getLogger(__name__)
# PostgreSQL says so while another server takes over.
_READ_ONLY = "25006"


def is_passing(error: BaseException | None) -> bool:
    """Whether a database refused for now: away, full, locked, no connection free; or
    whether gunicorn has given the request up, as it does by ending its worker.

    False for a fault in a statement of ours, which another attempt would not mend.
    """
    if isinstance(error, SystemExit):
        return True
    cause = getattr(error, "__cause__", None)
    if isinstance(error, OperationalError):
        # SQLite reports a missing table as it reports a lock, but for this code.
        return getattr(cause, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR
    is_database = isinstance(error, DatabaseError)
    return is_database and getattr(cause, "sqlstate", None) == _READ_ONLY


def unavailable(request: HttpRequest, error: BaseException) -> HttpResponse:
    """The page, with status 503; the log gets one line instead of a trace."""
    page = error_page(
        "503.html",
        was_sent=request.method == "POST",
        was_given_up=isinstance(error, SystemExit),
        took_long=_took_long(error),
    )
    response = HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})
    response.headers["Cache-Control"] = "no-store"
    log_in_one_line(request, error, response)
    return response


def error_page(template: str, **context) -> str:
    """A page about a fault of ours: in plain words alone where it has no styles.

    Without the request: its context would ask the database who is logged in.
    """
    try:
        return render_to_string(template, context)
    except ValueError:
        # The static files were not collected, and every page names some.
        return render_to_string("bare_error.html")


def log_in_one_line(request: HttpRequest, error: BaseException, response) -> None:
    reason = next(iter(str(error).splitlines()), "")
    if isinstance(error, SystemExit):
        reason = "took too long" if _took_long(error) else "the server ends"
        reason += ", given up"
    _log.error("503 %s %s: %s", request.method, request.path, reason)
    # Django's own mark; it would add a trace to the log for every request.
    response._has_been_logged = True


def _took_long(error):
    """gunicorn ends a worker that is silent with 1, one that is told to stop with 0."""
    return isinstance(error, SystemExit) and error.code != 0

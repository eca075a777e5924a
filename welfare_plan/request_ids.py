"""An id for each request: what the proxy named it, else a new one.

The answer carries it in X-Request-ID and every line of the log that the request causes
carries it too, so that one can be found from the other.
"""

import re
from contextvars import ContextVar
from secrets import token_hex

HEADER = "X-Request-ID"
_GIVEN = "HTTP_X_REQUEST_ID"
# What a proxy makes. Anything else could forge lines of a log, or fill it.
_FORM = re.compile(r"[A-Za-z0-9._-]{8,64}")
_current = ContextVar("request_id", default="")


def current() -> str:
    """The id of the request of this thread; empty outside of requests."""
    return _current.get()


def forget() -> None:
    """What is logged from now on belongs to no request."""
    _current.set("")


def with_request_ids(application):
    """Wraps a WSGI application; outside of all middleware, so that none goes without.

    The id stays until the server forgets it, at the latest until the thread's next
    request: a body may be sent after the return.
    """

    def named(environ, start_response):
        given = environ.get(_GIVEN, "")
        name = given if _FORM.fullmatch(given) else token_hex(16)
        _current.set(name)

        def start(status, headers, *failure):
            return start_response(status, [*headers, (HEADER, name)], *failure)

        return application(environ, start)

    return named

"""gunicorn's lines without what visitors asked for and without their addresses.

And without the id of a request that is over: what comes in next may be no request.
"""

import re
import sys

from gunicorn.glogging import Logger

from welfare_plan import request_ids

# As gunicorn begins them (workers/base.py, handle_error); it words them itself.
_UNREADABLE = "Invalid request from ip="
_QUERY = re.compile(r"[?#].*", re.DOTALL)


class DiscreetLogger(Logger):
    """For gunicorn; it calls these while the failure is being handled."""

    def warning(self, msg, *args, **kwargs):
        if not msg.startswith(_UNREADABLE):
            super().warning(msg, *args, **kwargs)
            return
        # The words of the failure repeat what was sent.
        super().warning("Invalid request: %s", type(sys.exc_info()[1]).__name__)
        request_ids.forget()

    def exception(self, msg, *args, **kwargs):
        """Of a request that failed: its method and address without the query."""
        asked = [_QUERY.sub("", arg) if isinstance(arg, str) else arg for arg in args]
        super().exception(msg, *asked, **kwargs)
        request_ids.forget()


def forget_request(worker, req, environ, resp) -> None:
    """Once an answer was sent. One that failed is told of afterwards, with its id."""
    failure = sys.exc_info()[1]
    # Of these gunicorn says nothing, or has said it.
    if failure is None or isinstance(failure, (OSError, StopIteration)):
        request_ids.forget()

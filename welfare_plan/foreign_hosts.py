"""Requests for a site of another name: a line each, not a fault of the portal.

Anybody can send them by the thousand. Who finds their own site refused needs the name,
so that ALLOWED_HOSTS can have it.
"""

import logging

_MOST = 300  # characters: a name may be as long as a header, and stands there twice


class ForeignHostInOneLine(logging.Filter):
    """On the logger that Django makes for them, which has an error and its trace."""

    def filter(self, record):
        if record.levelno == logging.WARNING:
            # Done: a logger that is configured anew has the filter once more.
            return True
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        text = record.getMessage().encode("unicode_escape").decode("ascii")
        record.msg, record.args = text[:_MOST], ()
        record.exc_info = record.exc_text = None
        # It had been asked about errors.
        return logging.getLogger(record.name).isEnabledFor(logging.WARNING)

"""What the log looks like: one stream, times in UTC with their offset.

Shared by Django and by gunicorn's master, so nothing here needs Django. No line has an
address of a visitor, a query or a form: those may hold what is personal.
"""

import logging
import re
from datetime import UTC, datetime

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

from welfare_plan import request_ids
from welfare_plan.foreign_hosts import ForeignHostInOneLine
from welfare_plan.log_filter import WithoutPrivateData

# What Django hands along with a line: objects, with the query and the person in them,
# and while developing what was asked of the database.
_LEFT_OUT = ["request", "server_time", "sql", "params"]
# What ends a line for some reader of the log, turns it around or cannot be written.
_FORGES = re.compile(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class RequestIdFilter(logging.Filter):
    def filter(self, record):
        record.request_id = request_ids.current() or "-"
        return True


def _on_one_line(text):
    return _FORGES.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class LineFormatter(logging.Formatter):
    """For people: 2026-11-21T03:04:05.678+00:00 ERROR django.request a1b2c3d4 words

    Only what begins at the margin is a line of the log. Visitors choose words of it,
    such as a path; so these have no line breaks, and the lines of a trace are indented.
    """

    def __init__(self):
        super().__init__(
            "{asctime} {levelname} {name} {request_id} {message}", style="{"
        )

    def formatTime(self, record, datefmt=None):
        moment = datetime.fromtimestamp(record.created, tz=UTC)
        return moment.isoformat(timespec="milliseconds")

    def formatMessage(self, record):
        return _on_one_line(super().formatMessage(record))

    def format(self, record):
        first, *trace = super().format(record).split("\n")
        return "\n  ".join([first, *map(_on_one_line, trace)])


class _Json(JsonFormatter):
    def format(self, record):
        # Half a pair of letters, as names of files can have, could not be written.
        return super().format(record).encode("utf-8", "backslashreplace").decode()


def json_formatter():
    """For machines: an object a line; a trace stays inside its line."""
    return _Json(
        "%(levelname)s %(name)s %(message)s %(request_id)s %(process)d",
        rename_fields={"levelname": "level", "name": "logger"},
        reserved_attrs=[*RESERVED_ATTRS, *_LEFT_OUT],
        timestamp="time",
        json_ensure_ascii=False,
    )


def logging_config(level: str, *, form: str, stream: str, loggers=()) -> dict:
    """For logging.config: `form` is JSON or TEXT, `stream` STDOUT or STDERR.

    `loggers` bring handlers of their own along, which are taken away.
    """
    formatter = json_formatter if form == "JSON" else LineFormatter
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request_id": {"()": RequestIdFilter},
            "private": {"()": WithoutPrivateData},
            "foreign_host": {"()": ForeignHostInOneLine},
        },
        "formatters": {"line": {"()": formatter}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["request_id", "private"],
                "stream": f"ext://sys.{stream.lower()}",
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # It names the people who log in.
            "axes": {"level": "CRITICAL"},
            "django.security.DisallowedHost": {"filters": ["foreign_host"]},
            **{
                name: {"level": level, "propagate": True, "handlers": []}
                for name in loggers
            },
        },
    }

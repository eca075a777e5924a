"""The log: one line an event, in UTC, with the request it belongs to, nobody's data."""

import json
import logging
import re

import pytest
from django.test import RequestFactory

from tests.logs.console import written
from welfare_plan import request_ids
from welfare_plan.logs import json_formatter
from welfare_plan.query_limits import LIMITS, limit_queries


def test_json_is_an_object_a_line_with_time_level_logger_and_request(monkeypatch):
    token = request_ids._current.set("abcdef12")

    said = written("JSON", monkeypatch, say=lambda log: log.error("計画 %s", "R7"))

    request_ids._current.reset(token)
    line = json.loads(said)
    assert said.count("\n") == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", line.pop("time"))
    assert line.pop("process") > 0
    assert line == {
        "level": "ERROR",
        "logger": "apart",
        "message": "計画 R7",
        "request_id": "abcdef12",
    }


def test_text_says_the_same_for_people(monkeypatch):
    said = written("TEXT", monkeypatch, say=lambda log: log.error("計画 %s", "R7"))

    moment, rest = said.split(" ", 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", moment)
    assert rest == "ERROR apart - 計画 R7\n"


def test_a_trace_stays_inside_its_line(monkeypatch):
    def fail(log):
        try:
            raise ValueError("of what was typed")
        except ValueError:
            log.exception("failed")

    said = written("JSON", monkeypatch, say=fail)

    assert said.count("\n") == 1
    assert "Traceback" in json.loads(said)["exc_info"]


def test_what_django_hands_along_with_a_line_is_left_out():
    request = RequestFactory().get("/search/?q=わたしの名前")
    record = logging.makeLogRecord(
        {"msg": "Not Found: /search/", "request": request, "status_code": 404}
    )

    said = json_formatter().format(record)

    assert json.loads(said)["status_code"] == 404
    assert "わたし" not in said


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("0f5e1c2ab3d4", True),
        ("short", False),
        ("x" * 65, False),
        ("two\nlines of a log", False),
        ("", False),
    ],
    ids=["a proxy's", "too short", "too long", "forged", "none"],
)
def test_a_request_has_the_id_of_the_proxy_or_one_of_its_own(given, kept):
    seen, started = [], []

    def application(environ, start_response):
        seen.append(request_ids.current())
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b""]

    wrapped = request_ids.with_request_ids(application)
    wrapped({"HTTP_X_REQUEST_ID": given}, lambda *args: started.append(args))

    ((status, headers),) = started
    assert status == "200 OK"
    assert dict(headers)["X-Request-ID"] == seen[0]
    assert (seen[0] == given) is kept
    assert len(seen[0]) >= 8


def test_pages_may_not_keep_postgresql_busy_for_long(monkeypatch):
    database = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {}}
    database["OPTIONS"]["options"] = "-c lock_timeout=1"
    monkeypatch.setattr(
        "welfare_plan.query_limits.connections.settings", {"default": database}
    )

    limit_queries()

    said = database["OPTIONS"]["options"]
    assert all(f"-c {name}={limit}" in said for name, limit in LIMITS.items())
    assert said.endswith("-c lock_timeout=1")

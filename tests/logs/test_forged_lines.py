"""Nobody writes a line of the log by breaking one that holds their words."""

import json

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from tests.logs.console import written
from welfare_plan.unavailable import log_in_one_line

FORGED = "2026-11-21T03:04:05.678+00:00 INFO welfare_plan.sign_in - forged line"
BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("form", ["TEXT", "JSON"])
@pytest.mark.parametrize("sign", BREAKS, ids=ascii)
def test_a_line_break_in_a_path_begins_no_line(sign, form, monkeypatch):
    request = RequestFactory().get("/x/")
    request.path = f"/x{sign}{FORGED}"

    def say(log):
        monkeypatch.setattr("welfare_plan.unavailable._log", log)
        log_in_one_line(request, OperationalError("locked"), HttpResponse())

    said = written(form, monkeypatch, say=say)

    (line,) = said.removesuffix("\n").split("\n")
    if form == "JSON":
        assert json.loads(line)["message"] == f"503 GET {request.path}: locked"
    else:
        (_,) = line.splitlines()
        assert ascii(sign)[1:-1] in line


@pytest.mark.parametrize(
    "sign", ["\x1b", "\x00", "\x9b", "\u202e", "\udc80"], ids=ascii
)
def test_signs_that_change_what_is_seen_are_spelled_out(sign, monkeypatch):
    said = written("TEXT", monkeypatch, say=lambda log: log.error("a%sb", sign))

    assert said.endswith(f" a{ascii(sign)[1:-1]}b\n")


def test_letters_and_tabs_stay(monkeypatch):
    said = written("TEXT", monkeypatch, say=lambda log: log.error("計画\tＲ７ \\n"))

    assert said.endswith(" 計画\tＲ７ \\n\n")


def test_a_trace_keeps_its_lines_and_none_looks_like_a_line_of_the_log(monkeypatch):
    def fail(log):
        try:
            raise ValueError(f"typed\n{FORGED}\rred")
        except ValueError:
            log.exception("failed", stack_info=True)

    said = written("TEXT", monkeypatch, say=fail)

    first, *trace = said.removesuffix("\n").split("\n")
    assert first.endswith(" failed")
    assert trace[0] == "  Traceback (most recent call last):"
    assert f"  {FORGED}\\rred" in trace
    assert "  Stack (most recent call last):" in trace
    assert all(line.startswith("  ") for line in trace)


def test_a_trace_begins_no_line_in_json_either(monkeypatch):
    def fail(log):
        try:
            raise ValueError(f"typed\n{FORGED}")
        except ValueError:
            log.exception("failed")

    said = written("JSON", monkeypatch, say=fail)

    assert said.count("\n") == 1
    assert FORGED in json.loads(said)["exc_info"]

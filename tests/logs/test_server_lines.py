"""gunicorn says what went wrong, not who asked and what for."""

import logging
import sys

import pytest
from gunicorn.http.errors import InvalidRequestLine

from welfare_plan import request_ids
from welfare_plan.server_lines import DiscreetLogger, forget_request


@pytest.fixture
def log():
    """Without gunicorn's own setup, which would take over the log of this run."""
    log = DiscreetLogger.__new__(DiscreetLogger)
    log.error_log = logging.getLogger("gunicorn.of-a-test")
    return log


@pytest.fixture(autouse=True)
def earlier_request():
    token = request_ids._current.set("earlier-request")
    yield
    request_ids._current.reset(token)


def test_a_request_that_cannot_be_read_leaves_its_kind_of_fault(log, caplog):
    try:
        raise InvalidRequestLine("yamada HTTP/1.1")
    except InvalidRequestLine as error:
        log.warning(f"Invalid request from ip=192.0.2.1: {error}")

    assert caplog.messages == ["Invalid request: InvalidRequestLine"]


def test_other_warnings_stay_as_they_are(log, caplog):
    log.warning("Worker (pid:%s) was sent %s!", 12, "SIGKILL")

    assert caplog.messages == ["Worker (pid:12) was sent SIGKILL!"]
    assert request_ids.current() == "earlier-request"


@pytest.mark.parametrize("sign", ["?", "#"])
def test_a_request_that_failed_leaves_its_address_without_the_query(log, caplog, sign):
    asked = f"/data/slow{sign}q=himitsu\nsecond"
    log.exception("Error handling request %s %s", "GET", asked)

    assert caplog.messages == ["Error handling request GET /data/slow"]


def test_the_id_is_gone_once_a_failure_was_told(log):
    log.exception("Error handling request")

    assert request_ids.current() == ""


def test_the_id_is_gone_once_an_answer_was_sent():
    forget_request(None, None, {}, None)

    assert request_ids.current() == ""


@pytest.mark.parametrize(
    ("failure", "known"),
    [(SystemExit, "earlier-request"), (ValueError, "earlier-request")]
    + [(BrokenPipeError, ""), (StopIteration, "")],
)
def test_the_id_stays_for_the_line_about_a_failure(failure, known):
    try:
        raise failure
    except BaseException:
        assert sys.exc_info()[0] is failure
        forget_request(None, None, {}, None)

    assert request_ids.current() == known

"""gunicorn itself, as it is configured: no line has an address, a query, a wrong id."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site_server import ROOT, site_environment, waited_for

pytestmark = pytest.mark.setup


def sent(address, request):
    """The first line of the answer to these bytes."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as site:
        site.sendall(request)
        site.shutdown(socket.SHUT_WR)
        with site.makefile("rb") as answer:
            return answer.read().split(b"\r\n")[0]


def asked(address, path, name):
    return sent(
        address,
        b"GET %s?q=himitsu HTTP/1.1\r\nHost: a\r\nX-Request-ID: %s\r\n"
        b"Connection: close\r\n\r\n" % (path, name),
    )


@pytest.fixture(params=["1", "4"], ids=["sync", "threads"])
def lines(request, tmp_path):
    """What a server wrote that was asked for this and that."""
    levels = {"GUNICORN_LOG_LEVEL": "DEBUG", "LOG_FORMAT": "text"}
    env = site_environment(
        tmp_path, THREADS=request.param, WEB_CONCURRENCY="1", **levels
    )
    program = Path(sys.executable).with_name("gunicorn")
    command = [program, "--config", "welfare_plan/gunicorn.py"]
    with open(tmp_path / "log", "wb") as log:
        server = subprocess.Popen(
            [*command, "tests.logs.small_site:application"],
            cwd=ROOT,
            env={**os.environ, **env},
            stdout=log,
            stderr=log,
        )
        try:
            site = waited_for(env["SITE_URL"])
            assert asked(site, b"/ok", b"first-request").endswith(b"200 OK")
            sent(site, b"yamada HTTP/1.1\r\n\r\n")
            sent(site, b"GET / HTTP/1.1\r\nHost: a\r\nya mada: himitsu\r\n\r\n")
            sent(site, b"GET /ok?q=himitsu HT")
            assert b" 500 " in asked(site, b"/fails", b"second-request")
            sent(site, b"yamada HTTP/1.1\r\n\r\n")
            asked(site, b"/breaks-off", b"third-request")
            sent(site, b"yamada HTTP/1.1\r\n\r\n")
        finally:
            server.terminate()
            server.wait(timeout=35)
    return (tmp_path / "log").read_text().splitlines()


def test_nothing_of_a_visitor_is_written_and_ids_are_right(lines):
    told = [line.split(" ", 1)[1] for line in lines if re.match(r"\d{4}-.* ", line)]
    unread = [line for line in told if "Invalid request" in line]
    failed = [line for line in told if "Error handling" in line]

    assert not [line for line in lines if re.search("himitsu|ya ?mada|from ip", line)]
    assert unread == [
        "WARNING gunicorn.error - Invalid request: InvalidRequestLine",
        "WARNING gunicorn.error - Invalid request: InvalidHeaderName",
        "WARNING gunicorn.error - Invalid request: InvalidRequestLine",
        "WARNING gunicorn.error - Invalid request: InvalidRequestLine",
    ]
    assert failed == [
        "ERROR gunicorn.error second-request Error handling request GET /fails",
        "ERROR gunicorn.error third-request Error handling request GET /breaks-off",
    ]

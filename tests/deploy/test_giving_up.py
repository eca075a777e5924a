"""A request that takes too long ends in words, and its worker is replaced."""

import json
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, IncompleteRead
from urllib.parse import urlsplit

import pytest

from tests.deploy.servers import running

pytestmark = [pytest.mark.setup, pytest.mark.django_db, pytest.mark.long]

SECURING = (
    *("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy"),
    *("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"),
    *("X-Content-Type-Options", "X-Frame-Options"),
)
SITE = "tests.deploy.hanging_site:application"


@pytest.fixture(scope="module")
def server(env, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hanging")
    env = {**env, "DJANGO_SETTINGS_MODULE": "welfare_plan.settings"}
    # Loaded before: a worker that is slow to load would be given up too.
    options = ("--timeout", "6", "--workers", "1", "--preload")
    with running(env, folder, *options, SITE) as server:
        yield server


def asked(server, method, path):
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    with closing(connection):
        connection.request(method, path, body=b"" if method == "POST" else None)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()


def test_a_visitor_reads_it_in_japanese_under_the_headers_of_all_pages(server):
    _, usual, _ = asked(server, "GET", "/nowhere/")

    status, headers, page = asked(server, "GET", "/hangs/?q=himitsu")

    assert status == 503
    assert "時間がかかりすぎたため、途中で止めました" in page
    assert "保存" not in page
    assert {name: headers.get(name) for name in SECURING} == {
        name: usual[name] for name in SECURING
    }
    assert headers["Cache-Control"] == "no-store"


def test_a_program_gets_a_problem(server):
    status, headers, problem = asked(server, "GET", "/api/hangs")

    assert status == 503
    assert headers["Content-Type"] == "application/problem+json"
    assert json.loads(problem)["status"] == 503


def test_the_site_goes_on_afterwards(server):
    with suppress(HTTPException):
        asked(server, "GET", "/hangs/")

    assert asked(server, "GET", "/plans/kita-ku/")[0] == 200


def test_what_has_begun_is_cut_off_and_not_taken_for_whole(server):
    with pytest.raises(IncompleteRead) as cut:
        asked(server, "GET", "/begins/")

    assert cut.value.partial == b"begun"

"""What a client says of the server itself is not believed."""

from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.deploy.servers import running

pytestmark = [pytest.mark.setup, pytest.mark.django_db]

PAGE = "/plans/kita-ku/"


def asked(server, path, headers):
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_nobody_moves_the_site_below_another_path(env, tmp_path):
    with running(env, tmp_path, "--workers", "1") as server:
        moved, _ = asked(server, f"/below{PAGE}", {"SCRIPT_NAME": "/below"})
        _, page = asked(server, PAGE, {})

    assert moved == 404
    assert PAGE in page
    assert "/below" not in page

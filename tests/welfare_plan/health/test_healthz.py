"""/healthz: the process alone."""

import pytest
from django.db import connection

from tests.faults import away


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["a watcher", "a browser with a session"])
def test_it_answers_without_the_database(who, client, django_assert_num_queries):
    if who != "a watcher":
        client.cookies["sessionid"] = "x" * 32

    with django_assert_num_queries(0), connection.execute_wrapper(away):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_it_answers_on_http_where_all_else_is_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/plans/").status_code == 301

"""S2 for what is no address of its own: errors, redirects, refusals."""

import pytest
from django.db import OperationalError
from django.test import Client

from tests.headers.a_plus import assert_is_an_a_plus
from tests.headers.conftest import SecureClient
from tests.headers.observatory import grade
from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import WORD, with_password

pytestmark = pytest.mark.django_db
PAGE = "/plans/kita-ku/"


def failing(monkeypatch, error):
    def view(*args, **kwargs):
        raise error

    monkeypatch.setattr("welfare_plan.views.home_page", view)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere/", 404),
        ("/plans/", 302),
        ("/plans/kita-ku", 301),
        ("/staff/people/", 302),
        ("/staff/city-login/", 405),
    ],
)
def test_refusals_and_redirects(visitor, address, status):
    response = visitor.get(address)

    assert response.status_code == status
    assert_is_an_a_plus(response)


def test_a_fault_of_ours(visitor, monkeypatch):
    failing(monkeypatch, ValueError("x"))

    response = visitor.get("/")

    assert response.status_code == 500
    assert_is_an_a_plus(response)


def test_a_database_that_is_away(visitor, monkeypatch):
    failing(monkeypatch, OperationalError("connection refused"))

    response = visitor.get("/")

    assert response.status_code == 503
    assert_is_an_a_plus(response)


def test_a_form_without_its_token(on_https):
    visitor = SecureClient(enforce_csrf_checks=True)

    response = visitor.post("/staff/login/", {"username": "x"})

    assert response.status_code == 403
    assert_is_an_a_plus(response)


def test_a_host_that_is_not_ours(visitor):
    response = visitor.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert_is_an_a_plus(response)


def test_more_than_any_form_sends_is_refused_unread(visitor):
    response = visitor.post("/staff/login/", CONTENT_LENGTH=str(33 * 1024 * 1024))

    assert response.status_code == 413
    assert "32MBまでです" in response.content.decode()
    assert_is_an_a_plus(response)


def test_a_lock_out(visitor, settings):
    settings.AXES_ENABLED = True
    person = with_password(a_person("閲覧"))
    for word in ["wrong"] * 5 + [WORD]:
        response = visitor.post(
            "/staff/login/", {"username": person.username, "password": word}
        )

    assert response.status_code == 429
    assert_is_an_a_plus(response)


def test_a_login(visitor):
    person = with_password(a_person("閲覧"))

    response = visitor.post(
        "/staff/login/", {"username": person.username, "password": WORD}
    )

    assert response.status_code == 302
    assert response.cookies["sessionid"]["httponly"]
    assert_is_an_a_plus(response)


def test_plain_http_is_sent_on(on_https):
    response = Client().get(PAGE)

    assert response.status_code == 301
    assert response.url.startswith("https://")
    # Browsers do not believe HSTS over http; all else is as on https.
    _, found = grade(response)
    assert {name for name, points in found.items() if points < 0} <= {"hsts"}

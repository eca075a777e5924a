"""Addresses from the environment: of the site, and of its database."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from welfare_plan.environment import Environment

SQLITE = "sqlite:////srv/default.sqlite3"


def site_url(text):
    return Environment({"SITE_URL": text}).site_url("SITE_URL")


def database(text):
    return Environment({"DATABASE_URL": text}).database("DATABASE_URL", default=SQLITE)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://plans.example.jp", "https://plans.example.jp"),
        ("https://plans.example.jp/", "https://plans.example.jp"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("HTTPS://Plans.Example.JP", "https://plans.example.jp"),
        ("", ""),
    ],
    ids=["https", "slash", "port", "IPv6", "capitals", "nothing"],
)
def test_address_of_the_site_has_scheme_and_host_only(text, address):
    assert site_url(text) == address


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("plans.example.jp", id="no scheme"),
        pytest.param("ftp://plans.example.jp", id="other scheme"),
        pytest.param("https://", id="no host"),
        pytest.param("https://plans.example.jp/keikaku", id="path"),
        pytest.param("https://plans.example.jp?a=1", id="query"),
        pytest.param("https://plans.example.jp#top", id="fragment"),
        pytest.param("https://user:word@plans.example.jp", id="user"),
        pytest.param("https://plans.example.jp:http", id="port in words"),
        pytest.param("https://[::1", id="open bracket"),
        pytest.param("https://plans example.jp", id="blank"),
    ],
)
def test_other_address_of_the_site_is_refused_in_one_line(text):
    with pytest.raises(ImproperlyConfigured) as caught:
        site_url(text)

    message = str(caught.value)
    assert message.startswith("SITE_URL=")
    assert "SITE_URL=https://plans.example.jp" in message
    assert "\n" not in message


@pytest.mark.parametrize("text", ["", "   "], ids=["empty", "blank"])
def test_empty_address_of_the_database_means_the_default(text):
    found = database(text)

    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == "/srv/default.sqlite3"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_address_of_postgresql_is_taken_apart(scheme):
    found = database(f"{scheme}://keikaku:p%40ss@db.example.jp:5433/plans")

    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["HOST"], found["PORT"]) == ("db.example.jp", 5433)
    assert (found["USER"], found["PASSWORD"]) == ("keikaku", "p@ss")
    assert found["NAME"] == "plans"


def test_a_list_of_servers_stays_one_and_so_does_what_is_asked_of_them():
    """libpq looks for the one that can be written to (docs/operation.md)."""
    servers = "db1.example.jp:5432,db2.example.jp:5433"
    found = database(f"postgres://u:p@{servers}/plans?target_session_attrs=read-write")

    assert found["HOST"] == "db1.example.jp,db2.example.jp"
    assert found["PORT"] == "5432,5433"
    assert found["OPTIONS"] == {"target_session_attrs": "read-write"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mysql://keikaku:geheim@localhost/plans", id="other database"),
        pytest.param("keikaku:geheim@localhost/plans", id="no scheme"),
        pytest.param("sqlite://geheim.sqlite3", id="two slashes"),
        pytest.param("postgres://keikaku:geheim@localhost:x/plans", id="port in words"),
        pytest.param("postgres://keikaku:geheim/1@localhost/plans", id="slash in it"),
        pytest.param("postgres://keikaku:geheim?1@localhost/plans", id="question mark"),
        pytest.param("sqlite:///", id="no file"),
    ],
)
def test_other_address_of_the_database_is_refused_without_its_password(text):
    with pytest.raises(ImproperlyConfigured) as caught:
        database(text)

    message = str(caught.value)
    assert message.startswith("DATABASE_URL ")
    assert "geheim" not in message
    assert "\n" not in message

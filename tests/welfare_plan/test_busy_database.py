"""A database that others hold: who comes then is asked to come again, and can."""

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.own_connections import copy_on_file, in_threads, sites_connection
from welfare_plan.sign_in.models import AccessEvent

PASSWORD = "keikaku-no-kanri"


@pytest.fixture
def own_connection(db, tmp_path):
    """That of the site: from its pool; on SQLite one that waits for a moment only."""
    if connection.vendor == "postgresql":
        return None
    sites_connection(tmp_path)
    return partial(_hasty, connection, tmp_path / "test.sqlite3")


def _hasty(original, path):
    wrapper = copy_on_file(original, path)
    pragmas = "PRAGMA journal_mode=WAL;PRAGMA busy_timeout=100;"
    wrapper.settings_dict["OPTIONS"]["init_command"] = pragmas
    return wrapper


@pytest.fixture
def held(tmp_path):
    """Holds what a writer needs: the file's lock, or all connections of the pool."""
    hold = _every_connection if connection.vendor == "postgresql" else _the_lock
    return partial(hold, tmp_path / "test.sqlite3")


@contextmanager
def _the_lock(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _every_connection(path):
    pool = connection.pool
    with ExitStack() as taken:
        # One of them belongs to the test itself.
        for _ in range(pool.max_size - 1):
            taken.enter_context(pool.connection())
        yield


@pytest.fixture
def at_once(own_connection):
    return partial(in_threads, own_connection)


@pytest.fixture
def person(at_once):
    (person,) = at_once(lambda: User.objects.create_user("nomura", password=PASSWORD))
    yield person
    at_once(Session.objects.all().delete)
    # The line about the login keeps its person from being deleted.
    at_once(AccessEvent.objects.all().delete)
    at_once(person.delete)


def _log_in():
    """A client that has tried to log in, which writes; and what it was answered."""
    client = Client(raise_request_exception=False)
    values = {"username": "nomura", "password": PASSWORD}
    return client.post(reverse("login"), values)


def test_who_writes_meanwhile_is_refused_whole_and_can_send_again(
    at_once, held, person
):
    with held():
        (refused,) = at_once(_log_in)
    (stored,) = at_once(Session.objects.count)
    (again,) = at_once(_log_in)

    assert refused.status_code == 503
    assert "保存できませんでした" in refused.content.decode()
    assert stored == 0
    assert again.status_code == 302

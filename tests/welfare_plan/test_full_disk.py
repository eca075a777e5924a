"""R15 and R19 in small: a database that takes nothing more refuses in words.

tests/deploy/test_disks.py fills real disks, which root alone can do.
"""

import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from itertools import takewhile

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from tests.own_connections import copy_on_file, in_threads, sites_connection
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db

PASSWORD = "keikaku-no-kanri"
READS = ("/plans/kita-ku/", "/search/?q=x", "/api/v1/plans")


@contextmanager
def read_only():
    """As after a fail-over, or on a file that may only be read."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
            yield
            transaction.set_rollback(True)
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = 0")


def sent():
    """A form that stores something, by somebody who is registered."""
    client = Client(raise_request_exception=False)
    values = {"username": "nomura", "password": PASSWORD}
    return client.post(reverse("login"), values)


def test_a_database_that_may_only_be_read_serves_and_refuses_in_words():
    User.objects.create_user("nomura", password=PASSWORD)
    visitor = Client(raise_request_exception=False)
    with read_only():
        reads = [visitor.get(page).status_code for page in READS]
        checks = [visitor.get("/healthz").status_code]
        with transaction.atomic():
            refused = sent()
            transaction.set_rollback(True)
    again = sent()

    assert refused.status_code == 503
    assert "保存できませんでした" in refused.content.decode()
    assert refused["Retry-After"]
    assert reads == [200] * len(READS)
    assert checks == [200]
    assert again.status_code == 302


def _full(original, path, pages):
    """A connection for which the disk has no room for one page more."""
    wrapper = copy_on_file(original, path)
    wrapper.settings_dict["OPTIONS"]["init_command"] = (
        f"PRAGMA journal_mode=WAL;PRAGMA max_page_count={pages};"
    )
    return wrapper


def _until_refused():
    return [*takewhile(lambda answer: answer.status_code == 302, _many())], sent()


def _many():
    yield from (sent() for _ in range(500))


def _state():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return cursor.fetchone(), AccessEvent.objects.count()


def test_a_disk_without_room_refuses_in_words_and_nothing_is_broken(tmp_path):
    """On PostgreSQL a full disk is an error like the others of test_unavailable.py."""
    if connection.vendor == "postgresql":
        return
    own = sites_connection(tmp_path)
    path = tmp_path / "test.sqlite3"
    in_threads(own, partial(User.objects.create_user, "nomura", password=PASSWORD))
    with closing(sqlite3.connect(path)) as file:
        (pages,) = file.execute("PRAGMA page_count").fetchone()

    full = partial(_full, connection, path, pages)
    ((stored, refused),) = in_threads(full, _until_refused)
    (reads,) = in_threads(full, lambda: [Client().get(page) for page in READS])
    (again,) = in_threads(own, sent)

    ((sound, logins),) = in_threads(own, _state)
    assert refused.status_code == 503
    assert "保存できませんでした" in refused.content.decode()
    assert [answer.status_code for answer in reads] == [200] * len(READS)
    assert again.status_code == 302
    assert sound == ("ok",)
    # Each login has its line in the record; of one that was refused there may be one.
    assert logins - len(stored) - 1 in (0, 1)
    assert "sessionid" not in refused.cookies

"""Connections of their own for tests of what happens at a commit."""

from functools import partial

import pytest
from django.db import connection

from plans.models import PageRevision
from tests.own_connections import copy_on_file, in_threads


@pytest.fixture
def at_once(db, tmp_path):
    """Runs functions at once, each in a thread whose connection really commits.

    Threads cannot share SQLite's database in memory, so there they get one in a file
    with the same options and the table of revisions alone. On PostgreSQL they use the
    test database; revisions whose scope starts with `test` are deleted afterwards.
    """
    file_connection = None
    if connection.vendor == "sqlite":
        file_connection = partial(copy_on_file, connection, tmp_path / "test.sqlite3")
        in_threads(file_connection, _create_table)
    yield partial(in_threads, file_connection)
    in_threads(file_connection, _forget_test_scopes)


def _create_table():
    with connection.schema_editor() as editor:
        editor.create_model(PageRevision)


def _forget_test_scopes():
    PageRevision.objects.filter(scope__startswith="test").delete()

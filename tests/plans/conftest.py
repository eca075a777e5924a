"""Connections of their own for tests of what happens at a commit."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, connections

from plans.models import PageRevision


@pytest.fixture
def at_once(db, tmp_path):
    """Runs functions at once, each in a thread whose connection really commits.

    Threads cannot share SQLite's database in memory, so there they get one in a file
    with the same options and the table of revisions alone. On PostgreSQL they use the
    test database; revisions whose scope starts with `test` are deleted afterwards.
    """
    file_connection = None
    if connection.vendor == "sqlite":
        file_connection = partial(_copy_on_file, connection, tmp_path / "test.sqlite3")
        _in_threads(file_connection, _create_table)
    yield partial(_in_threads, file_connection)
    _in_threads(file_connection, _forget_test_scopes)


def _in_threads(own_connection, *functions):
    """The results of the functions, which start together in a thread each."""
    start = Barrier(len(functions))

    def job(function):
        with _connected(own_connection):
            start.wait(timeout=10)
            return function()

    with ThreadPoolExecutor(len(functions)) as threads:
        return list(threads.map(job, functions))


@contextmanager
def _connected(own_connection):
    """The thread's default connection, closed at the end."""
    if own_connection:
        connections["default"] = own_connection()
    try:
        yield
    finally:
        connections["default"].close()


def _copy_on_file(original, path):
    wrapper = original.copy()
    wrapper.settings_dict["NAME"] = path
    return wrapper


def _create_table():
    with connection.schema_editor() as editor:
        editor.create_model(PageRevision)


def _forget_test_scopes():
    PageRevision.objects.filter(scope__startswith="test").delete()

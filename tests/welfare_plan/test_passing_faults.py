"""Which faults of a database pass by themselves, and which are ours to mend."""

import sqlite3

import pytest
from django.db import (
    DatabaseError,
    IntegrityError,
    InternalError,
    OperationalError,
    ProgrammingError,
    connection,
)

from welfare_plan.unavailable import is_passing


def caused(error, cause):
    error.__cause__ = cause
    return error


def sqlite_error(code):
    error = sqlite3.OperationalError("as the database says it")
    error.sqlite_errorcode = code
    return error


class ReadOnlyServer(Exception):
    sqlstate = "25006"


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (OperationalError("no connection is free"), True),
        (caused(OperationalError(), sqlite_error(sqlite3.SQLITE_BUSY)), True),
        (caused(OperationalError(), sqlite_error(sqlite3.SQLITE_FULL)), True),
        (caused(OperationalError(), sqlite_error(sqlite3.SQLITE_READONLY)), True),
        (caused(OperationalError(), sqlite_error(sqlite3.SQLITE_ERROR)), False),
        (caused(InternalError(), ReadOnlyServer()), True),
        (InternalError("of another kind"), False),
        (ProgrammingError("no such column"), False),
        (IntegrityError("twice"), False),
        (DatabaseError("malformed"), False),
        (RuntimeError("broken"), False),
        (None, False),
    ],
    ids=lambda value: f"{value!r}" if isinstance(value, Exception) else None,
)
def test_only_what_passes_by_itself_is_answered_so(error, passes):
    assert is_passing(error) is passes


@pytest.mark.django_db
def test_a_table_that_is_missing_is_a_fault_of_ours():
    with pytest.raises(DatabaseError) as caught, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM no_such_table")

    assert not is_passing(caught.value)

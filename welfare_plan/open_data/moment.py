"""Reading many rows as of one moment, without being in anybody's way."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is as it was at the first question, revisions with it.

    Nothing may be written inside. Inside of a transaction it joins that one.
    """
    if connection.in_atomic_block:
        yield
        return
    with _transaction_for_reading():
        yield


@contextmanager
def _transaction_for_reading():
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # The site's transactions on SQLite take the lock of writers at once; who only
    # reads for a minute would keep staff from saving.
    connection.ensure_connection()
    mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic():
            yield
    finally:
        connection.transaction_mode = mode

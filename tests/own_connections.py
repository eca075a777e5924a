"""Threads whose connections really commit, each with one of its own."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from threading import Barrier

from django.db import connection, connections


def in_threads(own_connection, *functions):
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


def copy_on_file(original, path):
    wrapper = original.copy()
    wrapper.settings_dict["NAME"] = path
    return wrapper


def patient_connection(folder):
    """Makes connections that commit, to a copy of the database where it is SQLite.

    For crowds, where waiting is not the subject: no connection gives up early, and
    none comes from the pool of the site, which is smaller than the crowd.
    """
    if connection.vendor == "postgresql":
        return partial(_without_pool, connection)
    return partial(_patient_copy, connection, _copied_into(folder))


def sites_connection(folder):
    """Makes connections that commit and wait no longer than those of the site.

    They too are to a copy of the database where it is SQLite.
    """
    if connection.vendor == "postgresql":
        return partial(_without_pool, connection)
    return partial(copy_on_file, connection, _copied_into(folder))


def _copied_into(folder):
    path = folder / "test.sqlite3"
    path.write_bytes(connection.connection.serialize())
    # Connections that find it done need not do it at once: SQLite would not wait.
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=WAL")
    return path


def _without_pool(original):
    wrapper = original.copy()
    wrapper.settings_dict["OPTIONS"].pop("pool", None)
    return wrapper


def _patient_copy(original, path):
    wrapper = copy_on_file(original, path)
    options = wrapper.settings_dict["OPTIONS"]
    options["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA busy_timeout=60000;"
    return wrapper

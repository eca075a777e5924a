"""Threads whose connections really commit, each with one of its own."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from django.db import connections


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

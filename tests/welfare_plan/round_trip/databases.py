"""Databases beside that of the tests: empty, migrated, gone with folder or server."""

import os
import shutil
from contextlib import contextmanager
from itertools import count

from django.core.management import call_command
from django.db import ConnectionHandler, connection, connections

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;",
}


class Files:
    """SQLite: a file for each, copied from one that is migrated."""

    def __init__(self, folder):
        self._folder, self._numbers = folder, count()
        self._migrated = self._new()
        _migrate(self.connect(self._migrated))

    def empty(self):
        name = self._new()
        shutil.copy(self._migrated, name)
        return name

    def connect(self, name):
        settings = {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(name),
            "OPTIONS": {**_SQLITE_OPTIONS},
        }
        return ConnectionHandler({"default": settings})["default"]

    def address(self, name):
        return f"sqlite:///{name}"

    def _new(self):
        return self._folder / f"site-{next(self._numbers)}.sqlite3"


class Server:
    """PostgreSQL: databases on the server of the tests, made from a migrated one."""

    def __init__(self):
        self._numbers = count()
        self._migrated = self._create("template1")
        _migrate(self.connect(self._migrated))

    def empty(self):
        return self._create(self._migrated)

    def connect(self, name):
        wrapper = connection.copy()
        wrapper.settings_dict["NAME"] = name
        wrapper.settings_dict["OPTIONS"].pop("pool", None)
        return wrapper

    def address(self, name):
        start, _, query = os.environ["DATABASE_URL"].partition("?")
        return f"{start.rpartition('/')[0]}/{name}?{query}"

    def _create(self, original):
        name = f"{connection.settings_dict['NAME']}_{next(self._numbers)}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
        return name

    def _run(self, statement):
        wrapper = self.connect("postgres")
        with wrapper.cursor() as cursor:
            cursor.execute(statement)
        wrapper.close()


def _migrate(wrapper):
    with on(wrapper):
        call_command("migrate", verbosity=0)


@contextmanager
def on(wrapper):
    """The site on another database than that of the tests."""
    usual, connections["default"] = connections["default"], wrapper
    try:
        yield
    finally:
        wrapper.close()
        connections["default"] = usual

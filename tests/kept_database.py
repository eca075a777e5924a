"""The test's database as another process sees it, set back after each damage."""

import os
import re
import shutil
import sqlite3

from django.db import connection


class KeptFile:
    """SQLite: a copy of the file for each try."""

    def __init__(self, folder, counts):
        self.original, self.path = folder / "kept.sqlite3", folder / "try.sqlite3"
        connection.ensure_connection()
        self.original.write_bytes(connection.connection.serialize())
        self.address, self._counts = f"sqlite:///{self.path}", counts

    def set_back(self):
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        shutil.copy(self.original, self.path)

    def counts(self):
        database = sqlite3.connect(self.path)
        # Constraints of the tables call what Django adds to SQLite.
        database.create_function(
            "regexp", 2, lambda rule, text: bool(re.search(rule, text))
        )
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = database.execute(self._counts).fetchone()
        database.close()
        return found


class KeptServer:
    """PostgreSQL: the test's own database, emptied of what was confirmed."""

    def __init__(self, address, counts, take_back):
        self.address, self._counts, self.set_back = address, counts, take_back

    def counts(self):
        with connection.cursor() as cursor:
            cursor.execute(self._counts)
            return cursor.fetchone()


def kept_database(folder, *, counts: str, take_back):
    """`counts` is a SELECT; `take_back` undoes the step in the test's own database."""
    if connection.vendor == "sqlite":
        return KeptFile(folder, counts)
    address, name = os.environ["DATABASE_URL"], connection.settings_dict["NAME"]
    start, _, query = address.partition("?")
    return KeptServer(f"{start.rpartition('/')[0]}/{name}?{query}", counts, take_back)

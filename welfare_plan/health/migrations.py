"""Which migrations the code has and the database has not."""

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Name = tuple[str, str]  # app, migration


def unapplied() -> list[Name]:
    """In order of name. One that replaces others counts as applied with all of them.

    What the database has beyond the code is no fault: an older release that was put
    back works with it, or its notes say otherwise.
    """
    applied = MigrationRecorder(connection).applied_migrations()
    return [name for name, parts in _known() if not _is_in(applied, name, parts)]


def _is_in(applied, name, parts):
    return name in applied or bool(parts) and all(part in applied for part in parts)


@cache
def _known() -> list[tuple[Name, list[Name]]]:
    """Read from the disk once: the code of a process does not change."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    found = loader.disk_migrations.items()
    return sorted((name, list(one.replaces)) for name, one in found)

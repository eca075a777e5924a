"""New databases with the same content, which commands fill once and copies then."""

import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.own_postgresql import postgresql_programs

_kept = tempfile.TemporaryDirectory(prefix="filled")


def filled(address: str, *, by: Callable[[], None]) -> None:
    """Has an empty database filled: the first of its kind by `by`, others alike.

    Each process of a run fills one of each kind itself.
    """
    path = address.removeprefix("sqlite:///")
    if path == address:
        _filled_server(address, Path(_kept.name) / "kept.sql", by)
    else:
        _filled_file(path, Path(_kept.name) / "kept.sqlite3", by)


def _filled_file(path, kept, by):
    if kept.exists():
        _copy(kept, path)
        return
    by()
    _copy(path, kept)


def _copy(source, target):
    """Also what still stands in the log beside the file."""
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _filled_server(address, kept, by):
    if kept.exists():
        _run("psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", kept, address)
        return
    by()
    _run("pg_dump", "--no-owner", "--file", kept, address)


def _run(program, *arguments):
    command = [postgresql_programs() / program, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

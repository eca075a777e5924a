"""New databases with the same content, which commands fill once and copies then."""

import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path

from tests.own_postgresql import postgresql_programs

_kept = tempfile.TemporaryDirectory(prefix="filled")


def filled(content: str, address: str, *, by: Callable[[], None]) -> None:
    """Has an empty database filled: the first of a content by `by`, others alike.

    Each process of a run fills one of each kind of database itself.
    """
    path = address.removeprefix("sqlite:///")
    if path == address:
        _filled_server(address, Path(_kept.name) / f"{content}.sql", by)
    else:
        _filled_file(path, Path(_kept.name) / f"{content}.sqlite3", by)


def _filled_file(path, kept, by):
    if kept.exists():
        _copy(kept, path)
        return
    by()
    with _whole(kept) as begun:
        _copy(path, begun)


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
    with _whole(kept) as begun:
        _run("pg_dump", "--no-owner", "--file", begun, address)


@contextmanager
def _whole(kept):
    """A name that becomes that of the file once all of it is there."""
    begun = kept.with_suffix(".begun")
    yield begun
    begun.rename(kept)


def _run(program, *arguments):
    command = [postgresql_programs() / program, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

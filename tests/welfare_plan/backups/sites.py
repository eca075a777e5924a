"""Databases with evidence beside them, which commands in other processes work on."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from django.db import connection

from tests.own_postgresql import postgresql_programs
from tests.site_server import ROOT

_numbers = count(1)


@dataclass(frozen=True)
class Site:
    address: str  # of the database
    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def evidence(self) -> Path:
        return self.folder / "evidence"

    @property
    def name(self) -> str:
        """Of the database, on SQLite its path."""
        if self.address.startswith("sqlite:///"):
            return self.address.removeprefix("sqlite:///")
        return self.address.partition("?")[0].rpartition("/")[2]

    @property
    def env(self):
        return {
            **os.environ,
            "PATH": f"{postgresql_programs()}{os.pathsep}{os.environ['PATH']}",
            "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
            "DATABASE_URL": self.address,
            "EVIDENCE_ROOT": str(self.evidence),
            "OPEN_DATA_DIR": str(self.folder / "open_data"),
            **self.more,
        }

    def run(self, *arguments) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
        )

    def manage(self, *arguments) -> str:
        """What a command prints; it has to succeed."""
        done = self.run("manage.py", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def backup(self, place: Path) -> Path:
        self.manage("backup", place)
        return max(place.iterdir())


def tests_own(folder) -> Site:
    """The plans as the test run has loaded them, on SQLite as a copy in a file."""
    folder.mkdir()
    if connection.vendor == "postgresql":
        return Site(_address(connection.settings_dict["NAME"]), folder)
    connection.ensure_connection()
    path = folder / "site.sqlite3"
    path.write_bytes(connection.connection.serialize())
    return Site(f"sqlite:///{path}", folder)


def empty(folder) -> Site:
    """Without a single table."""
    folder.mkdir()
    if connection.vendor == "sqlite":
        return Site(f"sqlite:///{folder / 'site.sqlite3'}", folder)
    name = f"own_{os.getpid()}_{next(_numbers)}"
    _on_the_server(f"CREATE DATABASE {name}")
    return Site(_address(name), folder)


def copy(source: Site, target: Site) -> None:
    """The database alone, over whatever the target has."""
    if connection.vendor == "postgresql":
        _on_the_server(f"DROP DATABASE IF EXISTS {target.name} WITH (FORCE)")
        _on_the_server(f"CREATE DATABASE {target.name} TEMPLATE {source.name}")
        return
    for ending in ("", "-wal", "-shm"):
        Path(target.name + ending).unlink(missing_ok=True)
    shutil.copy(source.name, target.name)


def row(site: Site, query: str) -> tuple:
    """What a query finds in a database, which on SQLite has to be sound."""
    if connection.vendor == "postgresql":
        with closing(psycopg.connect(site.address)) as database:
            return database.execute(query).fetchone()
    with closing(sqlite3.connect(site.name)) as database:
        database.create_function(
            "regexp", 2, lambda rule, text: bool(re.search(rule, text))
        )
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return database.execute(query).fetchone()


def forget(site: Site) -> None:
    """A database on the tests' server stays until that goes, unless it is dropped."""
    if connection.vendor == "postgresql":
        _on_the_server(f"DROP DATABASE IF EXISTS {site.name} WITH (FORCE)")
    shutil.rmtree(site.folder)


def _on_the_server(statement):
    with closing(psycopg.connect(_address("postgres"), autocommit=True)) as server:
        server.execute(statement)


def _address(name):
    start, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{start.rpartition('/')[0]}/{name}?{query}"

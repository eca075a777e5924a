"""SQLite's part: a copy of one moment while others write, and back in one transaction.

Both ways go through SQLite's own backup. A bare copy of the file would lack what stands
in the write-ahead log.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.sessions import SESSIONS

FILE = "database.sqlite3"
_PATIENCE = 30  # seconds for a writer to end


def dump(connection, path: Path) -> None:
    """The state that the open transaction sees; without anybody's login."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        with closing(sqlite3.connect(path, isolation_level=None)) as copy:
            # One file by itself: it must open on a medium that can only be read.
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("PRAGMA secure_delete=ON")
            copy.execute(f"DELETE FROM {SESSIONS}")
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{path.parent} に書けませんでした（{error}）。") from error
    check(path)


def check(path: Path) -> None:
    """Refuses a file that is no sound database."""
    try:
        # Not changed by the look at it, and no file beside it.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            found = database.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError as error:
        found = (str(error),)
    if found != ("ok",):
        raise BackupError(f"{path} はデータベースとして読めません（{found[0]}）。")


def load(connection, path: Path) -> None:
    """The live file has all of it or, whatever happens, still what it had."""
    check(path)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection.close()
    try:
        with (
            closing(sqlite3.connect(address, uri=True)) as source,
            _opened(connection.settings_dict["NAME"]) as live,
        ):
            source.backup(live, progress=_patience())
    except sqlite3.DatabaseError as error:
        raise BackupError(
            f"データベースのファイルに書けませんでした（{error}）。前の内容のままです。"
            "壊れているときは、ファイルを別の名前に変えてから実行してください。"
        ) from error


def _opened(name):
    return closing(sqlite3.connect(name, timeout=_PATIENCE))


def _patience():
    """Python tries again for ever where a writer does not end."""
    end = monotonic() + _PATIENCE

    def look(status, remaining, total):
        if status != sqlite3.SQLITE_OK and remaining and monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    return look

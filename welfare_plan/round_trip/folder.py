"""The folder of an export: it is there whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.manifest import NAME, read_manifest


@contextmanager
def written_whole(folder: Path) -> Iterator[Path]:
    """A folder beside it to write to, which takes its place at the end.

    An earlier export is replaced; any other content is refused. Drafts are inside: only
    the owner may look.
    """
    if not folder.name:
        raise RoundTripError(
            f"{folder} そのものには書き出せません。中のフォルダーを指定してください。"
        )
    work = folder.with_name(f".{folder.name}.unfinished")
    old = folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():
        # The last export was killed between the two steps of changing places.
        old.rename(folder)
    _refuse_other_content(folder)
    work.mkdir(mode=0o700, exist_ok=True)
    with _locked(work):
        try:
            _empty(work)
            yield work
            if folder.exists():
                shutil.rmtree(old, ignore_errors=True)
                folder.rename(old)
            work.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _refuse_other_content(folder):
    if not folder.exists():
        return
    if not folder.is_dir():
        raise RoundTripError(f"{folder} はファイルです。フォルダーを指定してください。")
    found = {path.name for path in folder.iterdir()}
    if others := sorted(found - _files_of_export(folder)):
        raise RoundTripError(
            f"{folder} には、書き出し以外のもの（{others[0]}）があります。"
            "空のフォルダーか、まだないフォルダーを指定してください。"
        )


def _files_of_export(folder):
    try:
        return {NAME, *read_manifest(folder).files}
    except RoundTripError:
        return set()


@contextmanager
def _locked(work):
    handle = os.open(work, os.O_RDONLY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle):
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise RoundTripError(
            "同じフォルダーへの書き出しが動いています。終わってから実行してください。"
        ) from error


def _empty(work):
    """What an export that was killed has left."""
    for path in work.iterdir():
        path.unlink()

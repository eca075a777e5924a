"""The folder that an export writes: there as a whole, or as it was before."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(
    folder: Path, *, refuse: Callable[[Path], None], error: type[Exception]
) -> Iterator[Path]:
    """A folder beside it to write to, which takes its place at the end.

    `refuse` raises where the folder holds what must not be replaced. `error` is raised,
    with a sentence, while another run writes to it and where there is no room. What a
    killed run left is taken away by the next one.
    """
    if not folder.name:
        raise error(
            f"{folder} そのものには書き出せません。中のフォルダーを指定してください。"
        )
    try:
        with _working(folder, refuse, error) as work:
            yield work
    except OSError as fault:
        raise error(
            f"{fault.filename or folder} に書けません（{fault.strerror}）。"
            "別のフォルダーを指定するか、空きと権限を確かめてください。"
        ) from fault


@contextmanager
def _working(folder, refuse, error):
    work = folder.with_name(f".{folder.name}.unfinished")
    old = folder.with_name(f".{folder.name}.old")
    work.mkdir(mode=0o700, exist_ok=True)
    with _locked(work, error):
        try:
            if old.exists() and not folder.exists():
                # The last run was killed between the two steps of changing places.
                old.rename(folder)
            refuse(folder)
            _empty(work)
            yield work
            _change_places(folder, work, old)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise


def _change_places(folder, work, old):
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    try:
        work.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _locked(work, error):
    handle = os.open(work, os.O_RDONLY)
    try:
        _lock(handle, error)
        yield
    finally:
        os.close(handle)


def _lock(handle, error):
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        raise error(
            "同じフォルダーへの書き出しが動いています。終わってから実行してください。"
        ) from held


def _empty(work):
    for path in work.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

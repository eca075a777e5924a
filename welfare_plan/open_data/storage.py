"""Files on disk, each written once for a state of the published content.

    OPEN_DATA_DIR / release and address / scope / edition / observations.csv

A file has its name only once it is whole. The download of one that is removed
meanwhile goes on: an open file stays readable.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings

from welfare_plan.open_data.downloads import Download
from welfare_plan.open_data.editions import Edition, edition_of
from welfare_plan.open_data.moment import one_moment
from welfare_plan.open_data.release import edition_key
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.sweeping import UNFINISHED, sweep

# In seconds.
PATIENCE = 10
_A_LITTLE = 0.05


def size_of(edition: Edition, download: Download) -> int | None:
    """The length of a file that is there; None where it was not written yet."""
    with suppress(FileNotFoundError):
        return _path(edition, download).stat().st_size
    return None


def open_file(
    edition: Edition, download: Download, *, patience: float | None = None
) -> tuple[Edition, BinaryIO]:
    """The file, and the edition that it is of: a newer one if there is one by now.

    Raises OSError where it cannot be written, or is not yet after some seconds.
    """
    path = _path(edition, download)
    with suppress(FileNotFoundError):
        return edition, path.open("rb")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path, patience):
        # Whoever was first has written it meanwhile.
        with suppress(FileNotFoundError):
            return edition, path.open("rb")
        written, file = _write(edition.scope, download)
    sweep(_folder(written.scope), written.name)
    return written, file


def _path(edition: Edition, download: Download) -> Path:
    return _folder(edition.scope) / edition.name / download.name


def _folder(scope: Scope) -> Path:
    # No plan can have the name of the folder of all.
    name = f"plan-{scope.plan.slug}" if scope.plan else "all"
    return settings.OPEN_DATA_DIR / edition_key() / name


@contextmanager
def _alone(path: Path, patience: float | None = None) -> Iterator[None]:
    """No other process or thread writes the same file; a spared effort, no more.

    Two that write at once would each put a whole file in the place. Raises
    BlockingIOError where another one takes too long: were all threads of a worker to
    wait for a large file, nobody could read a page.
    """
    name = path.with_name(f"{path.name}.lock")
    with name.open("w") as lock:
        _wait_for(lock, PATIENCE if patience is None else patience)
        yield
        name.unlink(missing_ok=True)


def _wait_for(lock, patience) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(_A_LITTLE)
        else:
            return


def _write(scope: Scope, download: Download) -> tuple[Edition, BinaryIO]:
    """Written under another name; the revisions are of the moment of the rows."""
    with _unfinished(_folder(scope)) as file:
        with one_moment():
            edition = edition_of(scope)
            download.write(file, scope)
        file.flush()
        os.fsync(file.fileno())
        path = _path(edition, download)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file.name, path)
    return edition, path.open("rb")


@contextmanager
def _unfinished(folder: Path):
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, suffix=UNFINISHED, delete=False) as file:
        try:
            yield file
        except BaseException:
            with suppress(OSError):
                os.unlink(file.name)
            raise

"""Removes the files on disk that nobody asks for any more.

Only what has a name of ours: a folder of downloads may be shared with other things.
"""

import logging
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

UNFINISHED = ".part"

_log = logging.getLogger(__name__)
# In seconds.
_A_DAY = 86_400
_A_MONTH = 30 * _A_DAY
_EDITION = re.compile("[0-9a-f]{20}")
_UNFINISHED_FILE = re.compile(rf".+{re.escape(UNFINISHED)}")
_SCOPE = re.compile("all|plan-.+")
_RELEASE = re.compile("[0-9a-f]{12}-[0-9a-f]{8}")


def sweep(folder: Path, edition: str) -> None:
    """All that is old beside an edition that was just written to a scope's folder.

    The edition before it stays. A plan that nobody has asked for in a month, maybe
    since it is not public any more, goes whole; it is written again when it is asked
    for.
    """
    try:
        _remove(_editions_before(folder, edition))
        _remove(_older(folder, _UNFINISHED_FILE, _A_DAY))
        release = folder.parent
        _remove(_others(release, _SCOPE, _A_MONTH, but=folder.name))
        _remove(_others(settings.OPEN_DATA_DIR, _RELEASE, _A_DAY, but=release.name))
    except OSError as error:
        # What is left is tried again after the next file.
        _log.warning("old downloads could not be removed: %s", error)


def _editions_before(folder, edition) -> list[Path]:
    others = [path for path in _named(folder, _EDITION) if path.name != edition]
    return sorted(others, key=_age)[1:]


def _others(folder, names, age, *, but) -> Iterator[Path]:
    return (path for path in _older(folder, names, age) if path.name != but)


def _older(folder, names, age) -> Iterator[Path]:
    return (path for path in _named(folder, names) if _age(path) > age)


def _named(folder, names) -> list[Path]:
    return [path for path in folder.iterdir() if names.fullmatch(path.name)]


def _age(path: Path) -> float:
    """Seconds since something was put there; 0 for what is gone already."""
    with suppress(FileNotFoundError):
        return time.time() - path.stat().st_mtime
    return 0.0


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)

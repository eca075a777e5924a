"""Whether something can be written, tried and not guessed."""

import os
import tempfile
from pathlib import Path

# More than what a full file system keeps for small files inside its own tables.
_TRIED = b"\0" * 65_536


def unwritable(place: str | Path) -> str:
    """Why nothing can be written to a file or below a folder; empty where it can be.

    A folder that is not there yet is made when it is first needed: its parent counts.
    """
    path = Path(place)
    if path.is_file() and not os.access(path, os.W_OK):
        return "read-only"
    while not path.is_dir() and path != path.parent:
        path = path.parent
    try:
        # It has no name: nothing is left behind, whatever happens.
        with tempfile.TemporaryFile(dir=path, buffering=0) as file:
            if file.write(_TRIED) < len(_TRIED):
                return "no room"
    except OSError as error:
        return error.strerror or "cannot be written"
    return ""

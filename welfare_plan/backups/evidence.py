"""What departments have attached, to and from a backup.

Names are random and no file is ever changed, so a file that is there need not be copied
again, and one more than the database knows harms nobody.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.manifest import digest_of

FOLDER = "evidence"
_UNFINISHED = ".unfinished"


def put_aside(root: Path, backup: Path) -> Iterator[str]:
    """Copies all files; yields their paths inside the backup.

    The database is taken first: what is added meanwhile is one file too many. One that
    somebody takes away just now is gone for good, as that person wants it.
    """
    for path in _files(root):
        name = f"{FOLDER}/{path.relative_to(root).as_posix()}"
        copy = backup / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(path, copy)
        except FileNotFoundError:
            copy.unlink(missing_ok=True)
            continue
        yield name


def bring_back(backup: Path, files: dict[str, str], root: Path) -> int:
    """Adds what is missing or broken, each file whole or not at all; how many.

    Nothing is written where one of them would come to stand outside the root.
    """
    names = [name for name in files if name.startswith(f"{FOLDER}/")]
    places = {name: _inside(root, name.removeprefix(f"{FOLDER}/")) for name in names}
    number = 0
    for name, path in places.items():
        if path.is_file() and digest_of(path) == files[name]:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + _UNFINISHED)
        shutil.copyfile(backup / name, unfinished)
        os.replace(unfinished, path)
        number += 1
    return number


def _inside(root, name):
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise BackupError(
            f"{path} は添付ファイルの置き場所（{root}）の外になるため、"
            "何も戻していません。置き場所の中に、外を指すリンクがないか確かめてください。"
        )
    return path


def _files(root):
    if root.is_dir():
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.endswith(_UNFINISHED):
                yield path

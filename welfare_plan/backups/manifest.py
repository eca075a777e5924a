"""manifest.json: of which release a backup is, and the digest of each of its files.

The digests show what was broken or lost on its way; they are no signature.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from welfare_plan.backups.errors import BackupError

NAME = "manifest.json"
SITE = "welfare-plan-portal"
FORMAT = 1
_PIECE = 1 << 20  # bytes


@dataclass(frozen=True)
class Manifest:
    """`migrations` are "app.name" of all that were applied, `counts` rows of a table.

    `files` are paths inside the backup with the SHA-256 of their content.
    """

    release: str
    vendor: str
    made_at: str
    database: str
    migrations: list[str]
    counts: dict[str, int]
    files: dict[str, str]

    def text(self) -> str:
        body = {"site": SITE, "format": FORMAT, **asdict(self)}
        digest = hashlib.sha256(_json(body).encode()).hexdigest()
        return _json({**body, "sha256": digest}) + "\n"


def _json(content):
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)


def digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Refuses what is no backup, another site's or another format's, or was changed."""
    path = folder / NAME
    _refuse_links(folder, NAME)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BackupError(
            f"{folder} に {NAME} がありません。manage.py backup が作ったフォルダー"
            "（日時の名前のもの）を指定してください。"
        ) from error
    except UnicodeDecodeError as error:
        raise _broken(folder) from error
    try:
        content = json.loads(text)
        site, form = content.pop("site"), content.pop("format")
        del content["sha256"]
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        raise _broken(folder) from error
    if site != SITE or form != FORMAT:
        raise BackupError(
            f"{folder} は、このポータルの形式{FORMAT}のバックアップではありません"
            f"（{site}、形式{form}）。"
        )
    try:
        manifest = Manifest(**content)
    except TypeError as error:
        raise _broken(folder) from error
    if manifest.text() != text or not _stays_inside(manifest):
        raise _broken(folder)
    return manifest


def _stays_inside(manifest):
    names = (*manifest.files, manifest.database)
    return manifest.database in manifest.files and all(map(_is_plain, names))


def _is_plain(name):
    """No way out of the backup, and no second way to write the same path.

    PurePosixPath reads "evidence//etc/x" as "evidence/etc/x"; what stands behind the
    folder's name would still be an absolute path.
    """
    path = PurePosixPath(name)
    return str(path) == name and not path.is_absolute() and ".." not in path.parts


def check_files(folder: Path, manifest: Manifest) -> None:
    """Every file is there, itself and not by a link, and as it was written."""
    for name, digest in manifest.files.items():
        path = folder / name
        _refuse_links(folder, name)
        if not path.is_file():
            raise BackupError(
                f"{folder} に {name} がありません。ほかのバックアップを使ってください。"
            )
        if digest_of(path) != digest:
            raise BackupError(
                f"{path} が壊れています（書いたときと内容が違います）。"
                "ほかのバックアップを使ってください。"
            )


def _refuse_links(folder, name):
    """A link brings in any file of the machine; a backup has none.

    `folder` itself may be one, such as "latest": whoever gave the command chose it.
    """
    path = PurePosixPath(name)
    for part in (path, *path.parents[:-1]):
        if (folder / part).is_symlink():
            raise BackupError(
                f"{folder / part} は、ほかの場所を指すリンクです。manage.py backup が"
                "作ったままのフォルダーを指定してください。"
            )


def _broken(folder):
    return BackupError(
        f"{folder / NAME} が途中で切れているか、書き換えられています。"
        "ほかのバックアップを使ってください。"
    )

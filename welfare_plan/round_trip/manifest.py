"""site.json: what an export holds, of which release, and the digest of each file.

The digests show what was broken on its way; they are no signature.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from welfare_plan.round_trip.errors import RoundTripError

NAME = "site.json"
FORMAT = 1


@dataclass(frozen=True)
class FileEntry:
    records: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`migrations` are the last of each app, `files` in the order of loading."""

    release: str
    migrations: dict[str, str]
    exported_at: str
    files: dict[str, FileEntry]

    @property
    def records(self) -> int:
        return sum(entry.records for entry in self.files.values())

    def text(self) -> str:
        body = {"format": FORMAT, **asdict(self)}
        digest = hashlib.sha256(_json(body).encode()).hexdigest()
        return _json({**body, "sha256": digest}) + "\n"


def _json(content):
    return json.dumps(content, ensure_ascii=False, indent=2)


def read_manifest(folder: Path) -> Manifest:
    path = folder / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise RoundTripError(
            f"{folder} に {NAME} がありません。"
            "manage.py export_site が書き出したフォルダーを指定してください。"
        ) from error
    except UnicodeDecodeError as error:
        raise _broken() from error
    try:
        content = json.loads(text)
        format_ = content.pop("format")
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        raise _broken() from error
    if format_ != FORMAT:
        raise RoundTripError(
            f"{NAME}：書き出しの形式（{format_}）を、この版のポータルは読めません。"
            f"読めるのは形式{FORMAT}です。書き出した版のポータルに取り込んでください。"
        )
    manifest = _manifest(content)
    if manifest.text() != text:
        raise _broken()
    return manifest


def _manifest(content):
    try:
        del content["sha256"]
        files = {
            name: FileEntry(**entry) for name, entry in content.pop("files").items()
        }
        return Manifest(files=files, **content)
    except (AttributeError, TypeError, KeyError) as error:
        raise _broken() from error


def _broken():
    return RoundTripError(
        f"{NAME} が途中で切れているか、書き換えられています。"
        "もう一度書き出して、そのまま取り込んでください。"
    )

"""The zip file that a workbook is, with nothing in it that could harm."""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from plans.tables.values import FileError

_MOST_PARTS = 5_000
_MOST_UNPACKED = 200 * 1024 * 1024
# Deflate packs ordinary sheets to a tenth; small parts may be all alike.
_MOST_RATIO = 200
_SMALL = 1024 * 1024
_CHUNK = 64 * 1024
_IS_ENCRYPTED = 0x1
_KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def damaged() -> FileError:
    return FileError(
        "ファイルが壊れているため読めません。Excelで開いて、"
        "「Excelブック（.xlsx）」として保存し直してください。"
    )


class Archive:
    """The parts of a workbook by name, without regard to case."""

    def __init__(self, content: bytes):
        # Counted before zipfile builds an object for each.
        if content.count(b"PK\x01\x02") > _MOST_PARTS:
            raise _too_large()
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        members = self._zip.infolist()
        _refuse_bombs(members, len(content))
        self._members = {_plain(member.filename): member for member in members}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._members

    def names(self) -> list[str]:
        return list(self._members)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part; never more than its size as declared."""
        with self._zip.open(self._members[_plain(name)]) as part:
            while chunk := part.read(_CHUNK):
                yield chunk


def path_from(part: str, target: str) -> str:
    """Where a link in a part leads to, inside the archive."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))


def _plain(name):
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_bombs(members, packed):
    unpacked = sum(member.file_size for member in members)
    if unpacked > _MOST_UNPACKED:
        raise _too_large()
    if unpacked > _SMALL and unpacked > packed * _MOST_RATIO:
        raise _too_large()
    for member in members:
        if member.flag_bits & _IS_ENCRYPTED:
            raise FileError(
                "パスワードの付いたファイルは読めません。"
                "パスワードを外して保存し直してください。"
            )
        if member.compress_type not in _KNOWN_PACKING:
            raise damaged()
        is_large = member.file_size > _SMALL
        if is_large and member.file_size > member.compress_size * _MOST_RATIO:
            raise _too_large()


def _too_large():
    return FileError(
        "ファイルの中身が大きすぎます。"
        "使わないシートや行を消すか、いくつかに分けてください。"
    )

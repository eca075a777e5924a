"""CSV files as offices make them: what a file says, and files that Excel opens.

Pure: no database, no request. Refusals are sentences for the person with the file.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

# Encodings that Excel writes; the first that fits wins, BOM before the plain one.
_ENCODINGS = ("utf-8-sig", "cp932")
# What a wrongly guessed encoding leaves behind: NUL, ESC, characters for private use.
_RUBBISH = re.compile("[\0\x1b\ue000-\uf8ff]")
# A cell that begins so would be run as a formula when the file is opened.
_FORMULA = ("=", "+", "-", "@", "\t")


class UnreadableFile(ValueError):
    """The file is not a table that can be read; the message says what to do."""


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a file, cells stripped; empty rows stay, so that numbers fit."""
    text = _text(content)
    if _RUBBISH.search(text):
        raise UnreadableFile(
            "文字コードが分かりません。Excelで「CSV UTF-8」として保存し直してください。"
        )
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise UnreadableFile(
            'CSVとして読めません。引用符「"」の閉じ忘れがないか確かめてください。'
        ) from error
    return [[_unguarded(cell.strip()) for cell in row] for row in rows]


def _text(content):
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        "文字コードが分かりません。Excelで「CSV UTF-8」として保存し直してください。"
    )


def same_word(text: str) -> str:
    """A heading or code without differences of width and blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def file_of(rows: Iterable[Iterable[str]]) -> bytes:
    """A file that Excel opens as it is; no cell is taken for a formula."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell):
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell

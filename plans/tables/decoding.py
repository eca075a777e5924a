"""Which encoding the bytes of a CSV file are in."""

import codecs
import re
from collections.abc import Iterator

from plans.tables.values import FileError

# What a wrongly guessed encoding leaves behind: NUL, ESC, characters for private use.
_RUBBISH = re.compile("[\0\x1b\ufffe\uffff\ue000-\uf8ff]")
_HALF_WIDTH_KATAKANA = re.compile("[｡-ﾟ]")
_NOT_ASCII = re.compile("[^\0-\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def unknown_encoding() -> FileError:
    return FileError(
        "文字コードが分かりません。Excelで「CSV UTF-8」として保存し直してください。"
    )


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with BOM or CP932. Raises FileError."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _RUBBISH.search(text) or encoding == "cp932" and _is_euc(content, text):
            break
        return text
    raise unknown_encoding()


def _encodings(content) -> Iterator[str]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return iter([encoding])
    return iter(["utf-8", "cp932"])


def _is_euc(content, text):
    """Whether CP932 has read EUC-JP: without an error, mostly as half-width katakana.

    A file truly written in half-width katakana is seldom also right EUC-JP.
    """
    katakana = len(_HALF_WIDTH_KATAKANA.findall(text))
    if katakana * 3 < len(_NOT_ASCII.findall(text)):
        return False
    try:
        content.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return katakana > 0

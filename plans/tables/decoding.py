"""Which encoding the bytes of a CSV file are in."""

import codecs
import re
from collections.abc import Iterator

from plans.tables.values import FileError

# What a wrongly guessed encoding leaves behind: NUL, ESC, characters for private use.
_RUBBISH = re.compile("[\0\x1b\ufffe\uffff\ue000-\uf8ff]")
_HALF_WIDTH_KATAKANA = re.compile("[｡-ﾟ]")
_NOT_ASCII = re.compile("[^\0-\x7f]")
# Kana, marks and the kanji of everyday: the first bytes of CP932's two.
_EVERYDAY = range(0x81, 0x98)
_LOOKED_AT = 100_000
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
    for encoding, text in _readings(content):
        if _RUBBISH.search(text) or encoding == "cp932" and _is_euc(content, text):
            break
        return text
    raise unknown_encoding()


def may_be_misread(content: bytes) -> bool:
    """Whether `decoded` may have taken another encoding for CP932.

    CP932 reads nearly any bytes: those of other encodings mostly as half-width katakana
    and rare kanji. Only of content that `decoded` reads.
    """
    encoding, text = next(_readings(content))
    if encoding != "cp932":
        return False
    found = _NOT_ASCII.findall(text[:_LOOKED_AT])
    everyday = sum(c.encode("cp932")[0] in _EVERYDAY for c in found)
    return everyday * 2 <= len(found)


def _readings(content) -> Iterator[tuple[str, str]]:
    """The encodings that read the content without an error, with what they read."""
    for encoding in _encodings(content):
        try:
            yield encoding, content.decode(encoding)
        except UnicodeDecodeError:
            continue


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

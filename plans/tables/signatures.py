"""What a file is, told by its first bytes and never by its name."""

import re

from plans.tables.values import FileError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SAVE_AGAIN = "Excelで開き、「Excelブック（.xlsx）」として保存し直してください。"
# The file system inside old Office files; an encrypted workbook is one too.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_TABLE = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "画像"),
    (b"\xff\xd8\xff", "画像"),
    (b"GIF8", "画像"),
    (b"{\\rtf", "文書"),
    (b"\x1f\x8b", "圧縮された"),
    (b"7z\xbc\xaf\x27\x1c", "圧縮された"),
    (b"Rar!", "圧縮された"),
    (b"ID;P", "SYLK形式の"),
    (b"TABLE\r\n0,1", "DIF形式の"),
    (b"TABLE\n0,1", "DIF形式の"),
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|head|meta|table|style|div|!--)", re.I
)


def is_zip(content: bytes) -> bool:
    return content.startswith(_ZIP)


def refuse_what_is_no_table(content: bytes) -> None:
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FileError("ファイルが空です。中身のあるファイルを選んでください。")
    if content.startswith(_OLE):
        raise _old_office(content)
    if _MARKUP.match(content):
        raise FileError(f"中身がWebページやXMLのファイルです。{_SAVE_AGAIN}")
    for start, kind in _NO_TABLE:
        if content.startswith(start):
            raise FileError(
                f"{kind}ファイルは読めません。ExcelかCSVのファイルを選んでください。"
            )


def _old_office(content):
    if _ENCRYPTED in content:
        return FileError(
            "パスワードの付いたファイルは読めません。"
            "パスワードを外して保存し直してください。"
        )
    return FileError(f"古い形式（.xls）のファイルは読めません。{_SAVE_AGAIN}")

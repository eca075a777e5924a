"""根拠: which files and links are taken. Staff alone ever see them."""

from pathlib import PurePath
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

_MEGABYTES = 10
_ZIPPED, _PLAIN = b"PK\x03\x04", b""
# How a file of each kind begins; a text has no mark, but holds no NUL either.
_BEGINNINGS = {
    ".xlsx": _ZIPPED,
    ".docx": _ZIPPED,
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".csv": _PLAIN,
    ".txt": _PLAIN,
}
ACCEPT = ",".join(_BEGINNINGS)
NO_ADDRESS = "リンクは「https://」で始まるアドレスを入力してください。"
# As many characters as the database keeps.
_LONGEST_LINK = 500
LIMITS = "Excel（xlsx）・Word（docx）・PDF・CSV・txt・png・jpg、10MBまで"


def check_file(upload) -> None:
    """Refuse, in words, what is too large or not what its name says."""
    if upload.size > _MEGABYTES * 1024 * 1024:
        raise ValidationError(
            f"ファイルが大きすぎます（{_MEGABYTES}MBまで）。"
            "小さくするか、リンクで示してください。"
        )
    ending = ending_of(upload.name)
    if ending not in _BEGINNINGS:
        raise ValidationError(
            f"この種類のファイルは添えられません。{LIMITS}で添えてください。"
        )
    upload.seek(0)
    start = upload.read(1024)
    upload.seek(0)
    beginning = _BEGINNINGS[ending]
    if not start.startswith(beginning) or (beginning == _PLAIN and b"\0" in start):
        raise ValidationError(
            f"ファイルの中身が「{ending}」ではありません。"
            "もとのソフトで保存し直してから添えてください。"
        )


def check_link(link: str) -> None:
    """Refuse what is no page, and what would show a password to whoever sees it."""
    if urlsplit(link).scheme not in ("http", "https"):
        raise ValidationError(NO_ADDRESS)
    if len(link) > _LONGEST_LINK:
        raise ValidationError(
            f"リンクが長すぎます（{_LONGEST_LINK}字まで）。"
            "短いリンクを作るか、ファイルで添えてください。"
        )
    if urlsplit(link).username is not None:
        raise ValidationError(
            "ログイン名やパスワードの入ったリンクは添えられません。"
            "「@」より前を消してください。"
        )


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower()

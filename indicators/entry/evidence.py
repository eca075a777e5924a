"""根拠: the file or link behind an answer. Staff alone ever see it."""

from pathlib import PurePath
from uuid import uuid4

from django.core.exceptions import ValidationError

from indicators.models import Evidence

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
LIMITS = "Excel（xlsx）・Word（docx）・PDF・CSV・txt・png・jpg、10MBまで"


def check_file(upload) -> None:
    """Refuse, in words, what is too large or not what its name says."""
    if upload.size > _MEGABYTES * 1024 * 1024:
        raise ValidationError(
            f"ファイルが大きすぎます（{_MEGABYTES}MBまで）。"
            "小さくするか、リンクで示してください。"
        )
    ending = _ending(upload.name)
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


def add_evidence(item, form, *, by) -> int:
    """Keep the file and the link of a form, if it has them; how many were kept."""
    file, link = form.cleaned_data.get("file"), form.cleaned_data.get("link")
    if file:
        name, ending = file.name, _ending(file.name)
        # The name on the disk says nothing of the content; staff see the other one.
        file.name = f"{uuid4().hex}{ending}"
        Evidence.objects.create(item=item, file=file, name=name, added_by=by)
    if link:
        Evidence.objects.create(item=item, link=link, added_by=by)
    return bool(file) + bool(link)


def _ending(name):
    return PurePath(name).suffix.lower()

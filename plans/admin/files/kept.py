"""What was read of an uploaded file, kept from its preview to its confirmation.

In a folder of its own beside the evidence, which no address leads to and no other
account of the machine may read. What nobody confirmed is swept with the next upload.
"""

import json
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

KEPT_FOR = timedelta(days=1)
_TOKEN = re.compile(r"[0-9A-Za-z_-]{43}")


@dataclass(frozen=True)
class Kept:
    token: str
    content: dict


def keep(content: dict) -> Kept:
    _sweep()
    token = secrets.token_urlsafe(32)
    text = json.dumps(content, ensure_ascii=False)
    _storage().save(f"{token}.json", ContentFile(text.encode()))
    return Kept(token, content)


def kept(token: str, **facts) -> Kept | None:
    """What is kept under a token, if it is about these facts (model, person)."""
    if not _TOKEN.fullmatch(token):
        return None
    try:
        with _storage().open(f"{token}.json") as file:
            content = json.loads(file.read())
    except FileNotFoundError:
        return None
    is_mine = all(content.get(name) == value for name, value in facts.items())
    return Kept(token, content) if is_mine else None


def forget(found: Kept) -> None:
    _storage().delete(f"{found.token}.json")


def _storage():
    return FileSystemStorage(
        location=settings.EVIDENCE_ROOT / "imports",
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def _sweep():
    storage, now = _storage(), timezone.now()
    if not storage.exists(""):
        return
    for name in storage.listdir("")[1]:
        try:
            if now - storage.get_modified_time(name) > KEPT_FOR:
                storage.delete(name)
        except FileNotFoundError:
            # Another upload swept it at the same moment.
            continue

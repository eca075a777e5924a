"""The name of the file that an address becomes. Pure.

>>> file_of("/plans/kashiwa/dashboard/?status=on_track&year=R7", "text/html")
'plans/kashiwa/dashboard/index_status-on__track_year-R7.html'

Two addresses never get one name: what would not be safe in a name or stands for
something else there is written as ~ and its bytes in hexadecimal.
"""

import hashlib
import mimetypes
import re
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST = 150  # characters of the last part of a name
_ENDINGS = {
    "text/html": ".html",
    "application/json": ".json",
    "application/ld+json": ".jsonld",
    "application/atom+xml": ".atom",
}
# Names that Windows keeps for itself, whatever their ending.
_KEPT = re.compile(r"\A(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)


def file_of(address: str, content_type: str) -> str:
    parts = urlsplit(address)
    *folders, last = [_part(part) for part in parts.path.lstrip("/").split("/")]
    name, dot, ending = (last or "index").rpartition(".")
    if not last or not dot:
        name, ending = last or "index", _ending(content_type).lstrip(".")
    values = parse_qsl(parts.query, keep_blank_values=True)
    chosen = "".join(f"_{_name(key)}-{_value(value)}" for key, value in values)
    return "/".join([*folders, f"{name}{chosen}.{ending}"])


def _ending(content_type):
    kind = content_type.partition(";")[0].strip()
    return _ENDINGS.get(kind) or mimetypes.guess_extension(kind) or ".bin"


def _part(text):
    safe = _escaped(unquote(text), r"[^A-Za-z0-9._-]|\A\.|\.\Z")
    return _KEPT.sub(lambda found: f"{found[0]}~", safe)


def _name(text):
    return _escaped(text, r"[^A-Za-z0-9]")


def _value(text):
    return _escaped(text, r"[^A-Za-z0-9_.-]").replace("_", "__")


def _escaped(text, unsafe):
    return re.sub(
        unsafe,
        lambda found: "".join(f"~{byte:02x}" for byte in found[0].encode()),
        text,
    )


class FileNames:
    """Gives each address its file; no two are the same where case does not count."""

    def __init__(self, *taken: str):
        self._files: dict[str, str] = {}
        self._taken = {name.casefold() for name in taken}

    def __contains__(self, address):
        return address in self._files

    def __getitem__(self, address) -> str:
        return self._files[address]

    def give(self, address: str, content_type: str) -> str:
        file = file_of(address, content_type)
        if file.casefold() in self._taken or len(PurePosixPath(file).name) > LONGEST:
            file = _told_apart(file, address)
        self._taken.add(file.casefold())
        self._files[address] = file
        return file


def _told_apart(file, address):
    path = PurePosixPath(file)
    digest = hashlib.sha256(address.encode()).hexdigest()[:16]
    return str(path.with_name(f"{path.stem[: LONGEST - 30]}~~{digest}{path.suffix}"))

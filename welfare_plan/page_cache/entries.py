"""A page that was rendered for everybody: its bytes, and what it was made from."""

from datetime import date
from hashlib import blake2b
from threading import Lock

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import compress_string

from welfare_plan.page_cache.replies import ReadyHeaders
from welfare_plan.page_cache.revisions import Snapshot

# What Python keeps besides the bodies: the headers four times over, the key, the entry.
_BESIDE = 6_000
# What a 304 repeats; all else is as it was, since the ETag speaks for it.
_REPEATED = ("Cache-Control", "Vary")


class Entry:
    """One page in the forms in which it is sent.

    It is made from the state of its scopes at `snapshot`, which was read before it was
    rendered, and on a `day` that it may speak of.
    """

    def __init__(self, response: HttpResponse, snapshot: Snapshot, day: date):
        self.scopes = response.public_scopes
        self.day = day
        self.made_at = timezone.now()
        self.lock = Lock()
        self.body = response.content
        self._snapshot, self._revisions = snapshot, snapshot.of(self.scopes)
        self._make_forms(response)
        self.size = len(self.body) + len(self.zipped or b"") + _BESIDE

    def is_current(self, snapshot: Snapshot, day: date) -> bool:
        if day != self.day:
            return False
        if snapshot is self._snapshot:
            return True
        if snapshot.of(self.scopes) != self._revisions:
            return False
        self._snapshot = snapshot
        return True

    def _make_forms(self, response):
        """The bodies and the headers of all answers that the page can have.

        No padding against guessing by length: the page is the same for everybody, so
        it holds nothing to guess.
        """
        headers = dict(response.items())
        headers.pop("Content-Length", None)
        headers["Cache-Control"] = "no-cache"  # asked for each time; a 304 costs little
        headers["Vary"] = "Accept-Encoding"
        self.kind = headers["Content-Type"]
        self.headers = headers
        digest = _digest(self.body, headers)
        self.plain_headers = _ready(headers, f'"{digest}"', self.body)
        self.unchanged = {f'"{digest}"': _repeated(self.plain_headers)}
        self.zipped, self.zipped_headers = compress_string(self.body), None
        if len(self.zipped) >= len(self.body):
            self.zipped = None
            return
        zipped = {**headers, "Content-Encoding": "gzip"}
        self.zipped_headers = _ready(zipped, f'"{digest}-gzip"', self.zipped)
        self.unchanged[f'"{digest}-gzip"'] = _repeated(self.zipped_headers)


def _digest(body, headers):
    """Of the headers too: after an update of the site that has, say, a stricter policy
    for the same page, no browser goes on with what it has.

    Each process writes the parts of a policy in an order of its own.
    """
    parts = sorted((name, *sorted(headers[name].split("; "))) for name in headers)
    whole = blake2b(body, digest_size=16)
    whole.update(repr(parts).encode())
    return whole.hexdigest()


def _ready(headers, etag, body):
    return ReadyHeaders({**headers, "ETag": etag, "Content-Length": str(len(body))})


def _repeated(headers):
    names = ("ETag", *(name for name in _REPEATED if name in headers))
    return ReadyHeaders({name: headers[name] for name in names})

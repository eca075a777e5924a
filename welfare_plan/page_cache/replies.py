"""Answers made of what is stored: nothing is rendered, nothing is computed twice."""

from functools import lru_cache
from http.cookies import SimpleCookie

from django.http import HttpResponse
from django.utils.datastructures import CaseInsensitiveMapping
from django.utils.http import parse_etags


class ReadyHeaders(CaseInsensitiveMapping):
    """Headers that many answers share: none can be changed."""

    def __init__(self, headers):
        super().__init__(headers)
        self._pairs = tuple(super().items())

    def items(self):
        return self._pairs


class StoredResponse(HttpResponse):
    """An answer that shares its headers with others.

    It goes round the making of headers in HttpResponse, most of the time of a hit.
    """

    def __init__(self, status_code: int, headers: ReadyHeaders, body: bytes):
        self.status_code, self.headers, self._container = status_code, headers, [body]
        self.cookies, self.closed = SimpleCookie(), False
        self._charset = self._reason_phrase = self._handler_class = None
        self._resource_closers = []


def reply(request, entry) -> HttpResponse:
    """`answer_of` a request of Django's."""
    return StoredResponse(*answer_of(request.method, request.META, entry))


def answer_of(method: str, meta: dict, entry) -> tuple[int, ReadyHeaders, bytes]:
    """The page as it is wanted: unchanged, compressed or plain, or without a body.

    `meta` has the headers of the request by their names in WSGI.
    """
    if asked := meta.get("HTTP_IF_NONE_MATCH"):
        headers = _unchanged(entry, asked)
        if headers is not None:
            return 304, headers, b""
    headers, body = entry.plain_headers, entry.body
    if entry.zipped and accepts_gzip(meta.get("HTTP_ACCEPT_ENCODING", "")):
        headers, body = entry.zipped_headers, entry.zipped
    return 200, headers, b"" if method == "HEAD" else body


def _unchanged(entry, asked):
    """The headers of a 304 where the browser has the page already."""
    found = entry.unchanged.get(asked)
    if found is not None:
        return found
    for tag in parse_etags(asked):
        if tag == "*":
            return next(iter(entry.unchanged.values()))
        found = entry.unchanged.get(tag.removeprefix("W/"))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=256)
def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding allows gzip: named, or by `*`, and not with q=0."""
    qualities = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        qualities[name] = _quality(parameters)
    for name in ("gzip", "x-gzip", "*"):
        if name in qualities:
            return qualities[name] > 0
    return False


def _quality(parameters) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0
    return 1

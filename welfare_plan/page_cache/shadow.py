"""PAGE_CACHE_VERIFY: every page that is found is also rendered, and must be the same.

It finds each edit that raises no revision, each page that names too few scopes, and
each page that changes by itself. It costs what the cache saves: for tests and trials.
"""

import logging
from dataclasses import dataclass

from welfare_plan.page_cache.entries import Entry

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Difference:
    """A page that was kept though it had changed."""

    address: str
    kept: bytes
    fresh: bytes

    def __str__(self):
        kept = _around_the_difference(self.kept, self.fresh)
        fresh = _around_the_difference(self.fresh, self.kept)
        return f"{self.address} was kept as 「{kept}」, is 「{fresh}」"


def compare(request, kept: Entry, response, fresh: Entry | None) -> None:
    """`fresh` is None where the response is no longer one for everybody."""
    if fresh is None:
        report(Difference(request.get_full_path(), kept.body, _said(response)))
    elif (kept.body, kept.headers) != (fresh.body, fresh.headers):
        told = kept.body + _lines(kept), fresh.body + _lines(fresh)
        report(Difference(request.get_full_path(), *told))


def _said(response):
    body = b"" if response.streaming else response.content
    return b"%d %s" % (response.status_code, body)


def _lines(entry):
    return "".join(f"\n{name}: {text}" for name, text in entry.headers.items()).encode()


def _around_the_difference(text, other):
    """The text around the first byte in which it differs from the other."""
    pairs = enumerate(zip(text, other, strict=False))
    first = next((n for n, (a, b) in pairs if a != b), min(len(text), len(other)))
    return text[max(first - 60, 0) : first + 60].decode(errors="replace")


def report(difference: Difference) -> None:
    _log.error("%s", difference)

"""Addresses of the site, and which of them become files. Pure.

A page has one address here: parameters in alphabetical order, no place on the page.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from plans.furigana import links as furigana

# Where one looks. All other parameters are conditions on what is found there.
PLACES = {"year", "plan", "page", furigana.PARAMETER}
# Two conditions at once would be more pages than all others together.
MOST_CONDITIONS = 1
# These need somebody who is logged in.
_ROOMS_OF_STAFF = {"staff", "admin"}
# What the pages of one plan cannot be read without.
_EXPLAINING = {"/how-we-judge/", "/glossary/", "/data/dictionary/", "/terms/"}


@dataclass(frozen=True)
class Link:
    """A link to a page of the site; `place` is what follows the #."""

    address: str
    place: str = ""


def link_of(written: str, page: str, site_url: str) -> Link | None:
    """Where a link on a page leads; None where that is no page of the site."""
    is_from_top = written.startswith("/") and not written.startswith("//")
    address = written if is_from_top else urljoin(site_url + page, written)
    return _link_of(address, site_url)


@lru_cache(maxsize=10_000)
def _link_of(address, site_url):
    parts = urlsplit(address)
    if parts.netloc and f"{parts.scheme}://{parts.netloc}" != site_url:
        return None
    if not parts.netloc and parts.scheme:
        return None  # mailto:, tel:
    values = parse_qsl(parts.query, keep_blank_values=True)
    return Link(address_of(parts.path or "/", values), parts.fragment)


def address_of(path: str, values: list[tuple[str, str]]) -> str:
    # Values of one name keep their order, of which the last one counts.
    query = urlencode(sorted(values, key=lambda pair: pair[0]))
    return f"{path}?{query}" if query else path


def values_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))


def path_of(address: str) -> str:
    return urlsplit(address).path


@dataclass(frozen=True)
class Extent:
    """What an export holds: the whole site, or one plan, given by its slug."""

    plan: str = ""

    def has(self, address: str) -> bool:
        """Links to all else lead to the served site."""
        if _room(address) in _ROOMS_OF_STAFF:
            return False
        return not self.plan or self._is_of_plan(address)

    def _is_of_plan(self, address):
        if path_of(address) in _EXPLAINING:
            return values_of(address).get("plan", self.plan) == self.plan
        own = re.escape(self.plan)
        return _room(address) == "static" or bool(
            re.match(rf"/(?:data/)?plans/{own}/|/embed/\w+/{own}/", address)
        )


def _room(address):
    return path_of(address).lstrip("/").partition("/")[0]


def is_written(address: str) -> bool:
    """Whether the address becomes a file, wherever it is linked."""
    return len(values_of(address).keys() - PLACES) <= MOST_CONDITIONS


def has_furigana(address: str) -> bool:
    return furigana.is_on(values_of(address))


def chosen(address: str, path: str, name: str, value: str) -> str:
    """The address that one choice in a form on a page leads to.

    Places of the page are kept, and its furigana; its conditions and the page of a
    list are not.
    """
    now = values_of(address) if path == path_of(address) else {}
    kept = {key: now[key] for key in now.keys() & PLACES - {"page", name}}
    made = {name: value} if value else {}
    return address_of(path, list({**kept, **made}.items()))

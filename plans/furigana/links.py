"""Furigana stay on from page to page: the pages' own links carry the parameter."""

from html import escape, unescape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

PARAMETER = "furigana"
ON = "1"
HIDDEN_FIELD = f'<input type="hidden" name="{PARAMETER}" value="{ON}">'
# Below these stand no pages that furigana can be put on.
_OTHER_ROOMS = {"staff", "admin", "static", "embed"}


def is_on(values) -> bool:
    """Whether a request's parameters ask for furigana; anything but 1 is off."""
    return values.get(PARAMETER) == ON


def address_with(address: str) -> str:
    """The address of a page with furigana on; other parameters and place are kept."""
    return _with_parameters(address, [(PARAMETER, ON)])


def address_without(address: str) -> str:
    return _with_parameters(address, [])


def carried(href: str) -> str:
    """The written value of a link that carries the parameter on, if it may."""
    address = unescape(href)
    return escape(address_with(address)) if leads_to_a_page(address) else href


def leads_to_a_page(address: str) -> bool:
    """Whether this is one of our public pages: no file, no feed, no other site.

    Addresses of pages end with a slash. A place on this page needs no parameter.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    if not parts.path:
        return bool(parts.query)
    room = parts.path.lstrip("/").partition("/")[0]
    return parts.path.endswith("/") and room not in _OTHER_ROOMS


def _with_parameters(address, added):
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name != PARAMETER]
    return urlunsplit(parts._replace(query=urlencode(kept + added)))

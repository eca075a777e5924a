"""The links of a rendered page, and the page with other links. Pure.

As in `plans.page_markup` a tag ends at the first >: our templates escape it elsewhere.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from plans.page_markup import attribute, with_attribute

_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "use": "href",
    "image": "href",
    "img": "src",
    "iframe": "src",
    "script": "src",
    "source": "src",
    "object": "data",
}
_TAG = re.compile(rf"<!--.*?-->|<({'|'.join(_ATTRIBUTES)})(?=\s)[^>]*>", re.S)
# Says which page of the served site this is, wherever the file lies.
_NAMES_THE_PAGE = ' rel="canonical"'
_SWITCH = re.compile(r'<a class="furigana-switch".*?</a>', re.S)
_IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
_IN_SITEMAP = re.compile(r"<loc>([^<]*)</loc>")


def links_in(html: str) -> Iterator[str]:
    for found in _TAG.finditer(html):
        if name := _linking(found):
            yield unescape(attribute(found[0], name))


def with_links(html: str, change: Callable[[str], str | None]) -> str:
    """The page with each link changed; where `change` gives None, its text is left."""

    def changed(found):
        name = _linking(found)
        return _changed(found[0], name, change) if name else found[0]

    return _TAG.sub(changed, html)


def _linking(found):
    """The attribute of a tag that holds a link; "" where it has none."""
    name = _ATTRIBUTES.get(found[1], "")
    has_link = name and attribute(found[0], name) is not None
    return name if has_link and _NAMES_THE_PAGE not in found[0] else ""


def _changed(tag, name, change):
    address = change(unescape(attribute(tag, name)))
    if address is None:
        return re.sub(rf'\s{name}="[^"]*"', "", tag, count=1)
    return with_attribute(tag, name, lambda _: escape(address))


def links_in_css(text: str) -> list[str]:
    found = _IN_CSS.findall(text)
    return [link for link in found if not link.startswith(("data:", "#"))]


def links_in_sitemap(text: str) -> list[str]:
    return [unescape(link) for link in _IN_SITEMAP.findall(text)]


def without_switch(html: str) -> str:
    """The page without the link that switches furigana on."""
    return _SWITCH.sub("", html)

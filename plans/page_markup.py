"""Rewrites the texts and tags of a rendered page, and leaves all else as it is.

Pure. Pages come from our own templates, which escape > in attributes: a tag ends at
the first one. Furigana and glossary marks are put on in this way, so that no template
and no presenter needs to know of them.
"""

import re
from collections.abc import Callable, Iterator

_TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.S)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
# What stands in these is no text of the page, or may hold no markup.
_NO_MARKUP = {"title", "script", "style", "textarea", "option", "select"}
NO_TEXT = {*_NO_MARKUP, "svg", "code", "ruby", "rt", "rp"}


def tokens(html: str) -> Iterator[tuple[str, str]]:
    """(name, token): the name of a tag, "/name" of a closing one, "" for a text.

    What stands inside the elements of NO_TEXT comes as one piece named "!".
    """
    inside, depth = "", 0
    for found in _TOKEN.finditer(html):
        token = found[0]
        name = tag_name(token)
        if inside:
            if name.lstrip("/") == inside:
                depth += -1 if name.startswith("/") else 1
                inside = inside if depth else ""
            yield "!", token
            continue
        if name in NO_TEXT and not token.endswith("/>"):
            inside, depth = name, 1
        yield name, token


def tag_name(token: str) -> str:
    if not token.startswith("<"):
        return ""
    found = _NAME.match(token)
    if not found:
        return "!"
    return ("/" if token[1] == "/" else "") + found[1].lower()


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute as it is written, still escaped."""
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else None


def with_attribute(tag: str, name: str, change: Callable[[str], str]) -> str:
    """The tag with the written value of one attribute changed."""
    return re.sub(
        rf'(\s{name}=")([^"]*)(")',
        lambda found: found[1] + change(found[2]) + found[3],
        tag,
        count=1,
    )

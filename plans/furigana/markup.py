"""Puts readings over the kanji of a whole page, and the parameter into its links."""

from html import escape

from plans.furigana.links import HIDDEN_FIELD, carried, leads_to_a_page
from plans.furigana.matching import Matcher
from plans.page_markup import attribute, tokens, with_attribute

# A word goes on across these: <b>8</b>人. All other tags end it.
_INLINE = {"a", "b", "dfn", "em", "i", "mark", "small", "span", "strong", "sub", "sup"}
_LABEL = "data-l"


def with_furigana(html: str, matcher: Matcher) -> str:
    return "".join(_pieces(html, matcher))


def _pieces(html, matcher):
    before = ""
    for name, token in tokens(html):
        if not name:
            yield ruby(token, matcher, before)
            before = token
            continue
        if name.lstrip("/") not in _INLINE:
            before = ""
        yield _tag(name, token, matcher)


def _tag(name, tag, matcher):
    if name == "a" and "data-plain" not in tag:
        return with_attribute(tag, "href", carried)
    if name == "form" and _asks_for_a_page(tag):
        return tag + HIDDEN_FIELD
    label = attribute(tag, _LABEL)
    if label:
        return _label(tag, label, matcher)
    return tag


def _label(tag, label, matcher):
    """A cell's label on narrow screens, which as an attribute could have no readings.

    The heading of the column says the same to a screen reader.
    """
    read = ruby(label, matcher)
    if read == label:
        return tag
    bare = with_attribute(tag, _LABEL, lambda _: "")
    return f'{bare}<span class="cell-label" aria-hidden="true">{read}</span>'


def _asks_for_a_page(tag):
    method = attribute(tag, "method") or "get"
    action = attribute(tag, "action") or "?x"
    return method.lower() == "get" and leads_to_a_page(action)


def ruby(text: str, matcher: Matcher, before: str = "") -> str:
    """A piece of HTML text with its readings; `before` as for Matcher.pieces.

    One element around them all keeps them one item where texts stand in a flex box.
    """
    pieces = matcher.pieces(text, before)
    if not any(reading for _, reading in pieces):
        return text
    read = "".join(
        f"<ruby>{base}<rp>（</rp><rt>{escape(reading)}</rt><rp>）</rp></ruby>"
        if reading
        else base
        for base, reading in pieces
    )
    return f"<ruby-text>{read}</ruby-text>"

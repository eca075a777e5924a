"""Puts readings over the kanji of a whole page, and the parameter into its links."""

from collections.abc import Sequence
from html import escape

from plans.furigana.links import HIDDEN_FIELD, carried, leads_to_a_page
from plans.furigana.matching import Matcher
from plans.page_markup import attribute, tokens, with_attribute

# A word goes on across these: <b>8</b>人. All other tags end it.
_INLINE = {"a", "b", "dfn", "em", "i", "small", "span", "strong", "sub", "sup"}
_LABEL = "data-l"

Spans = Sequence[tuple[int, int]]


def with_furigana(html: str, matcher: Matcher) -> str:
    return "".join(_pieces(html, matcher))


def _pieces(html, matcher):
    before = ""
    for name, token, marks in _with_marks_joined(tokens(html)):
        if not name:
            yield ruby(token, matcher, before, marks)
            before = token
            continue
        if name.lstrip("/") not in _INLINE:
            before = ""
        yield _tag(name, token, matcher)


def _with_marks_joined(found):
    """(name, token, marks): texts are one token across <mark>, as if it were not there.

    A hit of a search often ends inside of a word: <mark>介護</mark>保険. `marks` are
    the stretches that it holds, which are texts alone.
    """
    text, marks, opened = "", [], None
    for name, token in found:
        if name == "mark":
            opened = len(text)
        elif name == "/mark":
            marks.append((opened, len(text)))
            opened = None
        elif not name:
            text += token
        else:
            if text:
                yield "", text, marks
            text, marks = "", []
            yield name, token, []
    if text:
        yield "", text, marks


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


def ruby(text: str, matcher: Matcher, before: str = "", marks: Spans = ()) -> str:
    """A piece of HTML text with its readings; `before` as for Matcher.pieces.

    One element around them all keeps them one item where texts stand in a flex box.
    `marks` are stretches of the text that stand in <mark>.
    """
    pieces = matcher.pieces(text, before)
    if not any(reading for _, reading in pieces):
        return _marked(text, 0, marks)
    read, place = [], 0
    for base, reading in pieces:
        written = _marked(base, place, marks)
        place += len(base)
        read.append(
            f"<ruby>{written}<rp>（</rp><rt>{escape(reading)}</rt><rp>）</rp></ruby>"
            if reading
            else written
        )
    return f"<ruby-text>{''.join(read)}</ruby-text>"


def _marked(text, place, marks):
    """A text that begins at a place of a longer one, with that one's marks in it."""
    pieces, done = [], 0
    for start, end in marks:
        start, end = max(start - place, 0), min(end - place, len(text))
        if start < end:
            pieces += [text[done:start], f"<mark>{text[start:end]}</mark>"]
            done = end
    return "".join((*pieces, text[done:]))

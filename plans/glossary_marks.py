"""Marks the words that are explained somewhere, each with a link to its explanation.

Pure. A word is marked where it first stands on a page, the longest one there; not in
headings, labels and links, and not on a page that explains it itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, of those with one beginning the first to fit.

    By their first letters: one after the other takes half as long again.
    """
    ends = defaultdict(list)
    for word in words:
        ends[word[0]].append(re.escape(word[1:]))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in ends.items()
    )


# A link may not stand in some of these; in the others it would only disturb.
_UNMARKED = (
    *("a", "button", "caption", "dfn", "dt", "label", "legend", "nav", "select"),
    *("script", "style", "summary", "svg", "textarea", "th", "code", "ruby"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
# The mark of a status and the line above a title are as good as headings.
_ALONE = r'<span class="st[ "].*?</span>|<p class="eyebrow[ "].*?</p>|<!--.*?-->'
_OPENS_OR_CLOSES = re.compile(rf"<(/?)(?:{any_of(_UNMARKED)})\b[^>]*>|{_ALONE}", re.S)
# 柏市地域福祉計画 and 桶川市社協 are names, and no place for a link to a meaning.
_NAMES = ("計画", "協議会", "社協")
_KANJI = re.compile("[\u4e00-\u9fff]")
_DEFINED = re.compile(r"<dfn[^>]*>([^<]*)</dfn>")


def with_terms(html: str, terms: list[tuple[str, str]]) -> str:
    """The page with its words marked in its <main>.

    `terms` are (word, address); several words may have one address, of which the
    first to stand on the page is marked. Of a word given twice the first counts.
    """
    start, end = html.find("<main"), html.rfind("</main>")
    if start < 0 or end < 0 or not terms:
        return html
    marked = _marked(html[start:end], *_pattern_and_links(tuple(terms)))
    return html[:start] + marked + html[end:]


@lru_cache(maxsize=256)
def _pattern_and_links(terms):
    """What finds the words as they are written in HTML, the longest first."""
    links = {}
    for term, url in terms:
        links.setdefault(escape(term), escape(url))
    longest_first = sorted(links, key=lambda term: (-len(term), term))
    return re.compile(any_of(longest_first)), links


def _marked(main, pattern, links):
    seen = {links.get(term) for term in _DEFINED.findall(main)}
    pieces, done = [], 0
    closed = _Regions(_closed_regions(main))
    for found in pattern.finditer(main):
        term, place = found[0], found.start()
        url = links[term]
        if url in seen or _is_in_a_name(main, term, place):
            continue
        if closed.hold(place) or _is_in_a_tag(main, place):
            continue
        seen.add(url)
        pieces += main[done:place], _mark(term, url)
        done = found.end()
    return "".join((*pieces, main[done:]))


def _mark(term, url):
    return f'<dfn class="term"><a href="{url}">{term}</a></dfn>'


def _closed_regions(html) -> Iterator[tuple[int, int]]:
    """From where to where nothing is marked, in the order of the page.

    Our templates close every element that they open.
    """
    depth, start = 0, 0
    for found in _OPENS_OR_CLOSES.finditer(html):
        closing = found[1]
        if closing is None:
            if not depth:
                yield found.span()
        elif closing:
            depth -= 1
            if not depth:
                yield start, found.end()
        else:
            start = start if depth else found.start()
            depth += 1


class _Regions:
    """Regions of a text, asked about at rising places."""

    def __init__(self, regions):
        self.regions = regions
        self.start, self.end = next(regions, (None, None))

    def hold(self, place):
        while self.start is not None and self.end <= place:
            self.start, self.end = next(self.regions, (None, None))
        return self.start is not None and self.start <= place


def _is_in_a_tag(html, place):
    return html.rfind("<", 0, place) > html.rfind(">", 0, place)


def _is_in_a_name(html, term, place):
    return term.endswith(_NAMES) and bool(_KANJI.match(html, place - 1))

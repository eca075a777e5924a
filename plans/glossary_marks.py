"""Marks glossary terms in the prose of a page, each with a link to its entry.

Pure. A term is marked where it first stands in a section; the longest term wins.
Nothing is marked in a heading, in a link or where a term is defined already.
"""

import re
from html import escape

from plans.page_markup import attribute, tokens

_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_SECTION = {"section", "article"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "dt"}
_UNMARKED = {"a", "button", "dfn", "label", "summary", *_HEADINGS}


def with_terms(html: str, terms: list[tuple[str, str]]) -> str:
    """The page with its terms, given as (term, address), marked in elements .prose."""
    links = {escape(term): escape(url) for term, url in terms}
    longest_first = sorted(links, key=lambda term: (-len(term), term))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return "".join(_Page(links, pattern).pieces(html))


class _Page:
    """Where in the page the reading stands: the open elements, the terms seen."""

    def __init__(self, links, pattern):
        self.links, self.pattern = links, pattern
        self.open = []  # (name, is prose)
        self.seen = set()

    def pieces(self, html):
        for name, token in tokens(html):
            if not name and self._is_prose():
                yield self.pattern.sub(self._marked, token)
                continue
            if name and name != "!":
                self._step(name, token)
            yield token

    def _step(self, name, token):
        if name.startswith("/"):
            self._close(name[1:])
        elif name not in _VOID and not token.endswith("/>"):
            if name in _SECTION:
                self.seen.clear()
            classes = (attribute(token, "class") or "").split()
            self.open.append((name, "prose" in classes))

    def _close(self, name):
        names = [opened for opened, _ in self.open]
        if name in names:
            last = len(names) - 1 - names[::-1].index(name)
            del self.open[last:]

    def _is_prose(self):
        names = {name for name, _ in self.open}
        return any(prose for _, prose in self.open) and not names & _UNMARKED

    def _marked(self, found):
        term = found[0]
        if term in self.seen:
            return term
        self.seen.add(term)
        return f'<dfn class="term"><a href="{self.links[term]}">{term}</a></dfn>'

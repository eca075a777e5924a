"""What an address of the search asks for; nothing that can be typed is an error."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from plans.search.query import words_of
from welfare_plan.search.kinds import KINDS

LONGEST = 100
_MOST_PARTS = 6
# Runs of one script: a long word without hits is tried in such parts.
_RUNS = re.compile("[一-鿿々〆]+|[ぁ-ゖー]+|[ァ-ヺー]+|[A-Za-z]+|[0-9]+")


@dataclass(frozen=True)
class Asked:
    """What was typed, its folded words with how each was typed, and the filters."""

    typed: str
    words: dict[str, str]
    plan: str = ""
    kind: str = ""
    page: str = ""
    is_cut: bool = False

    @classmethod
    def of(cls, values) -> "Asked":
        whole = " ".join(values.get("q", "").replace("\0", "").split())
        typed = whole[:LONGEST]
        return cls(
            typed=typed,
            words=words_of(typed),
            plan=values.get("plan", ""),
            kind=values.get("kind", ""),
            page=values.get("page", ""),
            is_cut=len(whole) > LONGEST,
        )

    @property
    def known_kind(self) -> str:
        return self.kind if self.kind in KINDS else ""

    def query(self) -> dict:
        """The parameters of this search, those that say nothing left out."""
        given = {"q": self.typed, "plan": self.plan, "kind": self.kind}
        return {name: value for name, value in given.items() if value}

    def url(self, **changed) -> str:
        """The address of the same search with another filter, on its first page."""
        query = urlencode(replace(self, **changed).query())
        return f"{reverse('search')}?{query}"


def looser_words(asked: Asked) -> list[str]:
    """What to try one by one where nothing was found: the words, or parts of one."""
    if len(asked.words) > 1:
        return list(asked.words.values())
    parts = [part for word in asked.words.values() for part in _parts(word)]
    return [part for part in dict.fromkeys(parts) if part != asked.typed][:_MOST_PARTS]


def _parts(word):
    for run in _RUNS.findall(word):
        if re.match("[一-鿿]", run) and len(run) > 3:
            yield from (run[start : start + 2] for start in range(0, len(run) - 1, 2))
        elif len(run) > 1:
            yield run

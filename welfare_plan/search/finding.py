"""One search: the words as they were typed, or other words where those find nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from plans.search import query
from plans.search.query import Spellings
from welfare_plan.search.asked import Asked
from welfare_plan.search.filters import Found
from welfare_plan.search.kinds import KINDS
from welfare_plan.search.places import plans_named
from welfare_plan.search.wider import wider_words


@dataclass(frozen=True)
class Finding:
    """The words that were searched for, what they find, and what to say of them."""

    words: Sequence[Spellings]
    places: dict[str, list[int]]
    found: Found
    said: Sequence[str] = ()

    @property
    def entries(self) -> QuerySet:
        """The entries that the filters leave, without an order."""
        entries = query.entries_with(self.words, self.places)
        if self.found.plan is not None:
            entries = entries.filter(plan=self.found.plan)
        return entries.filter(kind=self.found.kind) if self.found.kind else entries

    def in_order(self, latest_finished: int) -> QuerySet:
        sought = [
            spellings
            for spellings in self.words
            if not any(word in self.places for word in spellings)
        ]
        return query.in_order(
            self.entries, list(KINDS), sought, latest_finished=latest_finished
        )

    def spellings(self) -> list[str]:
        return [word for spellings in self.words for word in spellings]


def find(asked: Asked, plans: dict[int, dict], chosen: int | None) -> Finding:
    """One query, or three at most where the words as typed find nothing at all."""
    typed = _finding([(word,) for word in asked.words], asked, plans, chosen)
    if typed.found.pairs:
        return typed
    words, said = wider_words(asked)
    if not words:
        return typed
    wider = _finding(words, asked, plans, chosen, said)
    return wider if wider.found.pairs else typed


def _finding(words, asked, plans, chosen, said=()):
    places = plans_named(words, plans)
    pairs = query.counts(query.entries_with(words, places))
    return Finding(words, places, Found(pairs, asked.known_kind, chosen), said)

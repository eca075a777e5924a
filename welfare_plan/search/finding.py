"""One search: the words as they were typed, or other words where those find nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from plans.models import SearchEntry
from plans.places import Place
from plans.search import query
from plans.search.order import Order
from plans.search.query import Spellings
from welfare_plan.search.asked import Asked
from welfare_plan.search.filters import Found, plans_offered
from welfare_plan.search.kinds import KINDS
from welfare_plan.search.places import names_of_plans, plans_named
from welfare_plan.search.wider import wider_words


@dataclass(frozen=True)
class Finding:
    """The words that were searched for, what they find, and what to say of them."""

    words: Sequence[Spellings]
    places: dict[str, list[int]]
    found: Found
    place: Place
    said: Sequence[str] = ()

    def rows(self, latest_finished: int, start: int, end: int) -> list[SearchEntry]:
        """Some of the entries that the filters leave, by their place in the order.

        The best of thousands are found without a look at each of them.
        """
        sought = [
            spellings
            for spellings in self.words
            if not any(word in self.places for word in spellings)
        ]
        order = Order(list(KINDS), sought, latest_finished)
        among = order.labels_of_first(self.found.here_of_kinds, end)
        return order.rows(self._entries(among), start, end)

    def _entries(self, among):
        entries = query.entries_with(self.words, self.places, self.place, among)
        if self.found.plan is not None:
            entries = entries.filter(plan=self.found.plan)
        return entries.filter(kind=self.found.kind) if self.found.kind else entries

    def spellings(self) -> list[str]:
        return [word for spellings in self.words for word in spellings]


def find(asked: Asked) -> tuple[Finding, dict[int, dict]]:
    """What is found, with the names of the plans that filters offer.

    Two queries, or five at most where the words as typed find nothing at all.
    """
    search = _Search(asked)
    finding = search.finding([(word,) for word in asked.words])
    if not finding.found.pairs:
        words, said = wider_words(asked)
        wider = search.finding(words, said) if words else finding
        finding = wider if wider.found.pairs else finding
    return finding, search.names


class _Search:
    def __init__(self, asked: Asked):
        self._asked = asked
        self.names: dict[int, dict] = {}
        self._are_all_named = False

    def finding(self, words, said=()) -> Finding:
        # One word alone says what to look for, not where: names can wait.
        if len(words) > 1 and not self._are_all_named:
            self.names, self._are_all_named = names_of_plans(), True
        places, place = plans_named(words, self.names), self._asked.place
        pairs = query.counts(query.entries_with(words, places, place))
        if not self._are_all_named and (pairs or self._asked.plan):
            self.names = names_of_plans(self._offered(pairs))
        found = Found(pairs, self._asked.known_kind, self._chosen())
        return Finding(words, places, found, place, said)

    def _offered(self, pairs):
        """The plans that a filter may show, and the one that was asked for."""
        return Q(pk__in=plans_offered(pairs)) | Q(slug=self._asked.plan)

    def _chosen(self):
        asked = self._asked.plan
        keys = (key for key, row in self.names.items() if row["slug"] == asked)
        return next(keys, None)

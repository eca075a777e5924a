"""One search: the words as they were typed, or other words where those find nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from plans.models import SearchEntry
from plans.places import Place
from plans.search import query
from plans.search.hits import reach_of
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
    order: Order
    found: Found
    place: Place
    said: Sequence[str] = ()

    def rows(self, start: int, end: int) -> list[SearchEntry]:
        """Some of the entries that the filters leave, by their place in the order.

        The best of thousands are found without a look at each of them.
        """
        order = self.order
        reach = reach_of(self.found.hits_here, order.kinds, end)
        if reach is None:
            return order.rows(self._entries(), start, end)
        entries = order.within(self._entries(order.labels(reach)), reach)
        return order.rows(entries, start, end)

    def _entries(self, among=()):
        entries = query.entries_with(self.words, self.places, self.place, among)
        if self.found.plan is not None:
            entries = entries.filter(plan=self.found.plan)
        return entries.filter(kind=self.found.kind) if self.found.kind else entries

    def spellings(self) -> list[str]:
        return [word for spellings in self.words for word in spellings]


def find(asked: Asked, latest_finished: int) -> tuple[Finding, dict[int, dict]]:
    """What is found, with the names of the plans that filters offer.

    Two queries, or five at most where the words as typed find nothing at all. Plans of
    up to the fiscal year `latest_finished` have ended.
    """
    search = _Search(asked, latest_finished)
    finding = search.finding([(word,) for word in asked.words])
    if not finding.found.hits:
        words, said = wider_words(asked)
        wider = search.finding(words, said) if words else finding
        finding = wider if wider.found.hits else finding
    return finding, search.names


class _Search:
    def __init__(self, asked: Asked, latest_finished: int):
        self._asked = asked
        self._latest_finished = latest_finished
        self.names: dict[int, dict] = {}
        self._are_all_named = False

    def finding(self, words, said=()) -> Finding:
        # One word alone says what to look for, not where: names can wait.
        if len(words) > 1 and not self._are_all_named:
            self.names, self._are_all_named = names_of_plans(), True
        places, place = plans_named(words, self.names), self._asked.place
        order = self._order(words, places)
        hits = order.counted(query.entries_with(words, places, place))
        if not self._are_all_named and (hits or self._asked.plan):
            self.names = names_of_plans(self._offered(hits))
        found = Found(hits, self._asked.known_kind, self._chosen())
        return Finding(words, places, order, found, place, said)

    def _order(self, words, places):
        """By the words that say what to look for; a place only says where."""
        sought = [
            spellings
            for spellings in words
            if not any(word in places for word in spellings)
        ]
        return Order(list(KINDS), sought, self._latest_finished)

    def _offered(self, hits):
        """The plans that a filter may show, and the one that was asked for."""
        return Q(pk__in=plans_offered(hits)) | Q(slug=self._asked.plan)

    def _chosen(self):
        asked = self._asked.plan
        keys = (key for key, row in self.names.items() if row["slug"] == asked)
        return next(keys, None)

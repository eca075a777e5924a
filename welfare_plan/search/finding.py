"""One search: the words as they were typed, or other words where those find nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from plans.models import SearchEntry
from plans.places import Place
from plans.search import query
from plans.search.hits import likely_reach, reach_of
from plans.search.order import Order
from plans.search.query import Spellings
from welfare_plan.search.asked import Asked
from welfare_plan.search.background import Background
from welfare_plan.search.filters import Found
from welfare_plan.search.kinds import KINDS
from welfare_plan.search.places import areas_named, known_areas
from welfare_plan.search.wider import wider_words


@dataclass(frozen=True)
class Finding:
    """The words that were searched for, what they find, and what to say of them."""

    words: Sequence[Spellings]
    areas: dict[str, list[str]]
    order: Order
    found: Found
    place: Place
    said: Sequence[str] = ()

    def rows(self, start: int, end: int) -> list[SearchEntry]:
        """Some of the entries that the filters leave, by their place in the order.

        The best of thousands are found without a look at each of them; one query, or
        two where there were fewer than it seemed.
        """
        order, hits = self.order, self.found.hits_here
        reach = reach_of(hits, order.kinds, end)
        likely = self._likely(reach, end)
        if likely:
            rows = order.rows(
                self._entries(order.among(likely, self.place)), start, end
            )
            is_full = len(rows) == end - start
            if is_full and order.is_surely_first(rows[-1], likely):
                return rows
        entries = self._entries(order.among(reach, self.place) if reach else ())
        return order.rows(entries, start, end)

    def _likely(self, reach, end):
        """A reach with less to read, where a query is left to look beyond it."""
        is_simple = len(self.words) == 1 and self.found.plan is None and not self.said
        if reach is None or not is_simple or not self.found.is_capped:
            return None
        likely = likely_reach(self.found.hits_here, reach.kinds, end)
        has_fewer_kinds = likely and len(likely.kinds) < len(reach.kinds)
        if likely and (
            likely.first_plans or (has_fewer_kinds and reach.last_plan is None)
        ):
            return likely
        return None

    def _entries(self, among=()):
        entries = query.entries_with(self.words, self.areas, self.place, among)
        if self.found.plan is not None:
            entries = entries.filter(plan=self.found.plan.pk)
        return entries.filter(kind=self.found.kind) if self.found.kind else entries

    def spellings(self) -> list[str]:
        return [word for spellings in self.words for word in spellings]


def find(asked: Asked, known: Background, latest_finished: int) -> Finding:
    """What is found. Plans of up to the fiscal year `latest_finished` have ended.

    One query; one more where the words as typed find nothing, and one for the areas
    that several words may name, where the site was edited.
    """
    search = _Search(asked, known, latest_finished)
    finding = search.finding([(word,) for word in asked.words])
    if finding.found.hits:
        return finding
    words, said = wider_words(asked, known.readings)
    wider = search.finding(words, said) if words else finding
    return wider if wider.found.hits else finding


@dataclass(frozen=True)
class _Search:
    asked: Asked
    known: Background
    latest_finished: int

    def finding(self, words, said=()) -> Finding:
        areas, place = self._areas_named(words), self.asked.place
        order = self._order(words, areas)
        hits = order.counted(query.entries_with(words, areas, place))
        found = Found(hits, self.asked.known_kind, self.known.plan)
        return Finding(words, areas, order, found, place, said)

    def _areas_named(self, words):
        # One word alone says what to look for, not where.
        if len(words) < 2:
            return {}
        return areas_named(words, known_areas.at(self.known.revision))

    def _order(self, words, areas):
        """By the words that say what to look for; an area only says where."""
        sought = [
            spellings
            for spellings in words
            if not any(word in areas for word in spellings)
        ]
        return Order(list(KINDS), sought, self.latest_finished)

"""The hits that are counted, and what they tell of where the first rows lie. Pure."""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from typing import NamedTuple


class PlanOfHit(NamedTuple):
    """The plan of an entry: as much of it as a link needs; first where it stands."""

    position: int
    slug: str
    pk: int
    title: str
    working_title: str


class Hit(NamedTuple):
    """One entry that was counted.

    `is_topical`: the words stand in its title, and its plan has not ended.
    """

    kind: str
    is_topical: bool
    plan: PlanOfHit


class Reach(NamedTuple):
    """What the first rows lie among, but for what the words name.

    They are of these kinds and, if of the last of them, of plans that stand on the site
    no later than one (position and slug), where `last_plan` is known, or of as many
    `first_plans` of the site.
    """

    kinds: Sequence[str]
    last_plan: tuple[int, str] | None = None
    first_plans: int | None = None


def reach_of(hits: Sequence[Hit], kinds: Sequence[str], rows: int) -> Reach | None:
    """How far the first rows can reach; None where they can be all.

    `hits` are all or fewer: as many as `rows` of the first kinds leave no place for
    another kind, and as many topical ones of the last kind none for a later plan.
    """
    counted, left = Counter(hit.kind for hit in hits), rows
    for number, kind in enumerate(kinds, start=1):
        if counted[kind] >= left:
            return Reach(kinds[:number], _last_plan(hits, kind, left))
        left -= counted[kind]
    return None


def likely_reach(hits: Sequence[Hit], kinds: Sequence[str], rows: int) -> Reach | None:
    """How far the first rows reach if other plans are like those that were counted.

    A kind with a hit in every fourth plan is taken to fill a page, and with topical
    ones to fill it from four times as many plans.
    """
    plans = len({hit.plan for hit in hits})
    counted = Counter(hit.kind for hit in hits)
    topical = Counter(hit.kind for hit in hits if hit.is_topical)
    for number, kind in enumerate(kinds, start=1):
        if counted[kind] * 4 >= plans > 0:
            is_topical = topical[kind] * 4 >= plans
            return Reach(kinds[:number], first_plans=4 * rows if is_topical else None)
    return None


def _last_plan(hits, kind, rows):
    places = (hit.plan[:2] for hit in hits if hit.kind == kind and hit.is_topical)
    first = nsmallest(rows, places)
    return first[-1] if len(first) == rows else None

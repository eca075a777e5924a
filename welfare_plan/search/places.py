"""The areas that words name: what no entry says."""

from collections.abc import Sequence
from functools import lru_cache

from plans.made_once import MadeOnce
from plans.models import Plan
from plans.search.folding import fold
from plans.search.query import Spellings

# A word that the names of more areas have says nothing of where.
MOST_AREAS = 200

# Names change rarely, and a nation has thousands.
_folded = lru_cache(maxsize=4096)(fold)


def public_areas() -> list[str]:
    """The areas of all public plans; one query."""
    areas = Plan.objects.public().order_by().values_list("area_name", flat=True)
    return sorted(areas.distinct())


# At a revision of all that is published.
known_areas = MadeOnce(public_areas)


def areas_named(
    words: Sequence[Spellings], areas: Sequence[str]
) -> dict[str, list[str]]:
    """The areas of each word that names some, where another word says what to look for.

    One word alone says what, not where.
    """
    named = {
        word: [area for area in areas if word in _folded(area)]
        for spellings in words
        for word in spellings
        if len(word) > 1
    }
    named = {
        word: found for word, found in named.items() if 0 < len(found) <= MOST_AREAS
    }
    says_where = [any(word in named for word in spellings) for spellings in words]
    return {} if all(says_where) else named

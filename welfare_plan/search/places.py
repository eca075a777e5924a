"""The names of plans, for filters, and their places, for words that say where."""

from collections.abc import Sequence
from functools import lru_cache

from django.db.models import Q

from plans.models import Plan
from plans.search.folding import fold
from plans.search.query import Spellings

EVERY = Q()
MOST_NAMED = 500


def names_of_plans(only: Q = EVERY) -> dict[int, dict]:
    """Public plans: the slug, the name, and the place in folded letters of each."""
    rows = (
        Plan.objects.public()
        .filter(only)
        .values_list("pk", "slug", "title", "working_title", "area_name")
    )
    return {
        key: {
            "slug": slug,
            "name": title or working_title,
            "area": _folded(area),
        }
        for key, slug, title, working_title, area in rows
    }


# Names change rarely, and a nation has thousands of plans.
_folded = lru_cache(maxsize=4096)(fold)


def plans_named(
    words: Sequence[Spellings], plans: dict[int, dict]
) -> dict[str, list[int]]:
    """The plans of a place; only where another word says what to look for there.

    A word that half the nation has in its name, such as 市, is no place.
    """
    named = {
        word: [key for key, row in plans.items() if word in row["area"]]
        for spellings in words
        for word in spellings
        if len(word) > 1
    }
    named = {word: keys for word, keys in named.items() if 0 < len(keys) <= MOST_NAMED}
    says_where = [any(word in named for word in spellings) for spellings in words]
    return {} if all(says_where) else named

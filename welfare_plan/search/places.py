"""The areas that words name, and the plan that is asked for: what no entry says."""

from collections.abc import Sequence
from functools import lru_cache

from django.db.models import Case, F, When

from plans.models import Plan
from plans.search.folding import fold
from plans.search.hits import PlanOfHit
from plans.search.query import Spellings

# A word that the names of more areas have says nothing of where.
MOST_AREAS = 200

# Names change rarely, and a nation has thousands.
_folded = lru_cache(maxsize=4096)(fold)


def areas_and_plan(slug: str = "") -> tuple[list[str], PlanOfHit | None]:
    """The areas of all public plans, and the plan of a slug if asked; one query."""
    names = PlanOfHit._fields if slug else ()
    columns = [Case(When(slug=slug, then=F(name))) for name in names]
    plans = Plan.objects.public().order_by()
    rows = list(plans.values_list("area_name", *columns).distinct())
    found = (PlanOfHit(*plan) for _, *plan in rows if any(plan))
    return sorted({area for area, *_ in rows}), next(found, None)


def public_plan(slug: str) -> PlanOfHit | None:
    """The public plan of a slug; one query."""
    rows = Plan.objects.public().filter(slug=slug).values_list(*PlanOfHit._fields)
    return next(map(PlanOfHit._make, rows), None)


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

"""The first rows of several querysets together, in one query."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet


def first_rows(
    parts: Iterable[QuerySet], order: Sequence[str], start: int, count: int
) -> QuerySet:
    """`count` rows after the first `start` of all parts together.

    Each part is cut on its own where the database allows it: with an index in the order
    of the part it then reads no more of a nation's rows than are shown.
    """
    first, *others = (rows.order_by() for rows in parts)
    end = start + count
    if not others:
        return first.order_by(*order)[start:end]
    if connection.features.supports_slicing_ordering_in_compound:
        first, *others = (rows.order_by(*order)[:end] for rows in (first, *others))
    return first.union(*others, all=True).order_by(*order)[start:end]

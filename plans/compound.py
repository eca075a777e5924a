"""Parts of a union, each cut on its own."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import QuerySet


def first_of_part(rows: QuerySet, order: Sequence[str], most: int) -> QuerySet:
    """The rows as one part of a union whose first `most` rows are wanted.

    Cut where the database allows it: with an index in the order of the part it then
    reads no more of a nation's rows than are shown.
    """
    if connection.features.supports_slicing_ordering_in_compound:
        return rows.order_by(*order)[:most]
    return rows.order_by()

"""The one record at an address."""

from collections.abc import Iterable

from django.http import Http404


def first_or_404(rows: Iterable):
    """The first of the rows; where there is none, the page of what is not found."""
    for row in rows:
        return row
    raise Http404

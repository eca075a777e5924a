"""A row of what was published of a target, for tests that need no database."""

import json

from indicators.later_rows import NAMES, LaterRow
from indicators.stored_terms import terms_to_store
from plans.decimals import decimal_text


def a_publication(terms, year: int, **values) -> LaterRow:
    """What a database gives for a year that was judged by these terms.

    `values` are the columns in Python's own kinds; those left out are empty.
    """
    values = {name: _as_stored(value) for name, value in values.items()}
    values["terms"] = json.dumps(terms_to_store(terms, year))
    if values.get("value") is not None:
        values["value"] = decimal_text(values["value"])
    return LaterRow(tuple(values.get(name, "") for name in NAMES[True]), whole=True)


def _as_stored(value):
    return str(int(value)) if isinstance(value, bool) else value

"""The first row of each record's history, written by the database itself."""

from datetime import UTC, datetime

from django.db import connection
from django.db.models import Model

from plans.history_reasons import HISTORY_BEGAN

# Before the first value, so that nothing of the nation is told as a change.
_BEGAN = datetime(2019, 4, 1, tzinfo=UTC)


def begin_history(model: type[Model], first: int, last: int) -> None:
    """One row for each record of a model between two keys; nothing without history."""
    if not hasattr(model, "history"):
        return
    quote = connection.ops.quote_name
    past = model.history.model._meta
    columns = ", ".join(quote(field.column) for field in model._meta.concrete_fields)
    own = ("history_date", "history_type", "history_change_reason")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(past.db_table)} ({columns}, {', '.join(own)}) "
            f"SELECT {columns}, %s, '+', %s FROM {quote(model._meta.db_table)} "
            "WHERE id BETWEEN %s AND %s ORDER BY id",
            [
                connection.ops.adapt_datetimefield_value(_BEGAN),
                HISTORY_BEGAN,
                first,
                last,
            ],
        )

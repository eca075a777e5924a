"""The numbers that the database gives to new records after an import."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Max


def go_on_after(models: Iterable[type]) -> None:
    """Have new records get numbers that none has and that none had before.

    A deleted record lives on in its history: one that got its number would be told
    with the story of the other.
    """
    for model in models:
        if highest := _highest(model):
            _set_highest(model, highest)


def _highest(model) -> int:
    found = [_most(model, model._meta.pk.name)]
    if hasattr(model, "history"):
        found.append(_most(model.history.model, model._meta.pk.name))
    return max(found)


def _most(model, field):
    return model._base_manager.aggregate(most=Max(field))["most"] or 0


def _set_highest(model, highest):
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            quoted = connection.ops.quote_name(table)
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [quoted, model._meta.pk.column, highest],
            )
            return
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, highest]
        )

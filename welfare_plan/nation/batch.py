"""Rows of many models on their way to the database, with keys given here.

Keys are given in advance, so that rows can name each other before they are written.
"""

from collections import defaultdict

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, Model

from welfare_plan.nation.histories import begin_history

ROWS_AT_ONCE = 2_000


class Keys:
    """The next free key of each model, counted on from what the database holds."""

    def __init__(self):
        self._next: dict[type[Model], int] = {}

    def next_of(self, model: type[Model]) -> int:
        if model not in self._next:
            last = model._base_manager.aggregate(last=Max("pk"))["last"]
            self._next[model] = (last or 0) + 1
        key = self._next[model]
        self._next[model] = key + 1
        return key

    def settle(self) -> None:
        """Have the database count on from here, too."""
        statements = connection.ops.sequence_reset_sql(no_style(), list(self._next))
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


class Batch:
    """Rows by model, in the order in which the models first came."""

    def __init__(self, keys: Keys):
        self._keys = keys
        self._rows: dict[type[Model], list[Model]] = defaultdict(list)

    def add(self, model: type[Model], **values) -> Model:
        row = model(pk=self._keys.next_of(model), **values)
        self._rows[model].append(row)
        return row

    def write(self) -> None:
        """Store all rows, by COPY where there is one, and begin their histories."""
        for model, rows in self._rows.items():
            if connection.vendor == "postgresql":
                _copy(model, rows)
            else:
                model._base_manager.bulk_create(rows, batch_size=ROWS_AT_ONCE)
            begin_history(model, rows[0].pk, rows[-1].pk)
        self._rows.clear()


def _copy(model, rows):
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    statement = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(
                [
                    field.get_db_prep_save(getattr(row, field.attname), connection)
                    for field in fields
                ]
            )

"""How somebody with the database at hand would change what happened."""

from django.core.management.color import no_style
from django.db import connection, transaction


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def replacing(model):
    """Puts each row in the place of the row with the same key."""
    table, key = model._meta.db_table, model._meta.pk.column
    if connection.vendor == "sqlite":
        return f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    return (
        f"INSERT INTO {table} SELECT * FROM {table} "
        f"ON CONFLICT ({key}) DO UPDATE SET {key} = EXCLUDED.{key}"
    )


def emptying(model):
    """What `manage.py flush` does: TRUNCATE where there is one."""
    # PostgreSQL would refuse by itself while links of new rows are still to be checked.
    connection.check_constraints()
    (statement,) = connection.ops.sql_flush(no_style(), [model._meta.db_table])
    return statement

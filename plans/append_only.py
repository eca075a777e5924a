"""Tables that only grow: the database itself refuses to change or delete their rows.

The triggers are set again after every migration, since SQLite drops them when it
rebuilds a table.
"""

from django.db import connections

_MESSAGE = "append-only table"


def protect(model, using="default") -> None:
    """Have the database refuse UPDATE and DELETE on a model's table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in _statements(connection, model._meta.db_table):
            cursor.execute(statement)


def release(model, using="default") -> None:
    """Take the protection off again, for a migration that must touch history."""
    connection = connections[using]
    table = connection.ops.quote_name(model._meta.db_table)
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for action in ("update", "delete"):
            name = connection.ops.quote_name(_trigger(model._meta.db_table, action))
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def _trigger(table, action):
    return f"{table[:50]}_no_{action}"


def _statements(connection, table):
    quoted = connection.ops.quote_name(table)
    names = {
        action: connection.ops.quote_name(_trigger(table, action))
        for action in ("update", "delete")
    }
    if connection.vendor == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$ BEGIN "
            f"RAISE EXCEPTION '{_MESSAGE} %', TG_TABLE_NAME; END; $$ LANGUAGE plpgsql"
        )
        for action, name in names.items():
            yield (
                f"CREATE OR REPLACE TRIGGER {name} BEFORE {action.upper()} ON {quoted} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for action, name in names.items():
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {action.upper()} ON {quoted} "
            f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE} {table}'); END"
        )

"""Tables that only grow: the database itself refuses to change or delete their rows.

The triggers are set again after every migration, since SQLite drops them when it
rebuilds a table, and since a release before may have known fewer of them.
"""

from django.db import connections

_MESSAGE = "append-only table"
# SQLite's REPLACE deletes the row in its way without asking the trigger for DELETE;
# PostgreSQL's TRUNCATE asks neither that one nor any rule about rows.
_REFUSED = {
    "sqlite": ("update", "delete", "replace"),
    "postgresql": ("update", "delete", "truncate"),
}


def protect(model, using="default") -> None:
    """Have the database refuse whatever changes or deletes rows of a model's table."""
    connection = connections[using]
    statements = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor](
            model, connection.ops.quote_name
        ):
            cursor.execute(statement)


def release(model, using="default") -> None:
    """Take the protection off again, for a migration that must touch history."""
    connection = connections[using]
    quote = connection.ops.quote_name
    table = model._meta.db_table
    on_table = f" ON {quote(table)}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for action in _REFUSED[connection.vendor]:
            name = quote(_trigger(table, action))
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def _trigger(table, action):
    return f"{table[:50]}_no_{action}"


def _on_postgresql(model, quote):
    table = model._meta.db_table
    yield (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{_MESSAGE} %', TG_TABLE_NAME; END; $$ LANGUAGE plpgsql"
    )
    for action in _REFUSED["postgresql"]:
        yield (
            f"CREATE OR REPLACE TRIGGER {quote(_trigger(table, action))} "
            f"BEFORE {action.upper()} ON {quote(table)} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _on_sqlite(model, quote):
    table, key = model._meta.db_table, quote(model._meta.pk.column)
    # A new row that was given no key has -1 there, which is no row's key.
    is_taken = f"EXISTS (SELECT 1 FROM {quote(table)} WHERE {key} = NEW.{key})"
    events = {
        "update": f"UPDATE ON {quote(table)}",
        "delete": f"DELETE ON {quote(table)}",
        "replace": f"INSERT ON {quote(table)} WHEN {is_taken}",
    }
    for action in _REFUSED["sqlite"]:
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {quote(_trigger(table, action))} "
            f"BEFORE {events[action]} "
            f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE} {table}'); END"
        )

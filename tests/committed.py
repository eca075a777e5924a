"""Records that really are committed, for steps that several people take at once.

The fixtures are offered to every test; afterwards the database is as it was before.
"""

from functools import partial

import pytest
from django.apps import apps
from django.db import connection

from tests.own_connections import in_threads, patient_connection


@pytest.fixture
def at_once(db, tmp_path):
    """Takes functions; gives what each returned, all having started together."""
    run = partial(in_threads, patient_connection(tmp_path))
    (before,) = run(keys_now)
    yield run
    run(partial(delete_since, before))


@pytest.fixture
def made(at_once):
    """Calls a function that commits what it makes, and gives what it returned."""
    return lambda make: at_once(make)[0]


def _models():
    # Also the tables between two models: nothing cascades to them here.
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed]


def keys_now():
    return {model: _keys_of(model) for model in _models()}


def delete_since(before):
    """Whatever was added; SQLite worked on a copy of the file, which is thrown away."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        # Neither foreign keys nor histories that only grow are in the way.
        cursor.execute("SET session_replication_role = replica")
        for model in _models():
            added = _keys_of(model) - before[model]
            table = connection.ops.quote_name(model._meta.db_table)
            column = connection.ops.quote_name(model._meta.pk.column)
            cursor.execute(f"DELETE FROM {table} WHERE {column} = ANY(%s)", [[*added]])
        cursor.execute("SET session_replication_role = DEFAULT")


def _keys_of(model):
    # Without an order: one by a parent that is gone already would hide the row.
    return set(model._base_manager.order_by().values_list("pk", flat=True))

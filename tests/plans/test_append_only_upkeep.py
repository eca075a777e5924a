"""The protection of what happened through flush, upgrades and migrations."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from plans import append_only
from tests import value_records
from tests.plans.history_attacks import emptying, replacing, run
from welfare_plan.apps import append_only_models
from welfare_plan.backups.databases import counts
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db

# What the release before this one made; "no_truncate" and "no_replace" came later.
OF_THE_RELEASE_BEFORE = {
    "sqlite": (
        "CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'append-only table {table}'); END"
    ),
    "postgresql": (
        "CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
}


@pytest.fixture
def events():
    """The protected record of logins, with a row."""
    append_only.own_protect(AccessEvent)
    AccessEvent.objects.create(kind=AccessEvent.Kind.LOGIN)
    return AccessEvent


def test_a_site_where_something_happened_cannot_be_flushed(events):
    connection.check_constraints()
    before = counts()

    with pytest.raises(CommandError) as refusal:
        call_command("flush", interactive=False)

    assert "append-only table" in str(refusal.value.__cause__)
    assert counts() == before


@pytest.mark.parametrize("attack", [replacing, emptying])
def test_an_upgrade_adds_what_the_release_before_had_not(events, attack, monkeypatch):
    append_only.release(events)
    for action in ("update", "delete"):
        statement = OF_THE_RELEASE_BEFORE[connection.vendor]
        run(statement.format(table=events._meta.db_table, action=action))
    monkeypatch.setattr(append_only, "protect", append_only.own_protect)

    call_command("migrate", verbosity=0)

    with pytest.raises(DatabaseError, match="append-only table"):
        run(attack(events))


@pytest.mark.parametrize("attack", [replacing, emptying])
def test_a_migration_can_take_the_protection_off(attack):
    value_records.an_observation()
    table = apps.get_model("indicators", "HistoricalObservation")
    append_only.own_protect(table)

    append_only.release(table)

    run(f"UPDATE {table._meta.db_table} SET note = 'x'")
    assert set(table.objects.values_list("note", flat=True)) == {"x"}
    run(attack(table))


def test_no_row_can_be_replaced_by_another_key_than_the_one_that_is_watched():
    """SQLite's REPLACE deletes whatever has a value that must be unique."""
    others = [
        (model.__name__, name)
        for model in append_only_models()
        for name, found in _constraints(model).items()
        if found["unique"] and found["columns"] != [model._meta.pk.column]
    ]

    assert others == []


def _constraints(model):
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, model._meta.db_table)

"""Which database this site has, and what both kinds are asked alike."""

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from welfare_plan.backups import postgresql, sqlite
from welfare_plan.backups.sessions import SESSIONS


def part_of(vendor: str):
    """The module with `FILE`, `dump`, `check` and `load`."""
    return {"sqlite": sqlite, "postgresql": postgresql}[vendor]


def applied_migrations() -> list[str]:
    return sorted(map(".".join, MigrationRecorder(connection).applied_migrations()))


def counts() -> dict[str, int]:
    """Rows of each table of the site: what a person compares after a restore."""
    return {
        model._meta.label_lower: model._base_manager.count()
        for model in sorted(apps.get_models(), key=lambda one: one._meta.label_lower)
        if model._meta.managed and model._meta.db_table != SESSIONS
        if not model._meta.proxy
    }

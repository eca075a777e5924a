"""Which release this portal is, and which form its database has."""

import tomllib

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from welfare_plan.round_trip.contents import exported_models
from welfare_plan.round_trip.errors import RoundTripError


def release() -> str:
    text = (settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]["version"]


def migrations() -> dict[str, str]:
    """The last migration of each app whose records leave; all must be applied."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(leaves):
        raise RoundTripError(
            "データベースがこの版の形になっていません。"
            "先に manage.py migrate を実行してください。"
        )
    apps = {model._meta.app_label for model in exported_models()}
    return {app: name for app, name in sorted(leaves) if app in apps}

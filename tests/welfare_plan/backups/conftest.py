import json
from types import SimpleNamespace

import pytest

from tests.welfare_plan.backups import sites
from tests.welfare_plan.backups.small_backup import backup, part  # noqa: F401


@pytest.fixture(scope="session")
def saved(django_db_setup, django_db_blocker, tmp_path_factory):
    """A site, a backup of it with two files of evidence, and how it looked then."""
    folder = tmp_path_factory.mktemp("saved")
    with django_db_blocker.unblock():
        source = sites.tests_own(folder / "source")
        own = sites.empty(folder / "own")
    # One that may be changed: on PostgreSQL the tests' own one must stay as it is.
    own.manage("restore", source.backup(folder / "first"))
    for name in ("2026/07/a1.pdf", "2026/08/b2.xlsx"):
        path = own.evidence / name
        path.parent.mkdir(parents=True)
        path.write_text(f"content of {name}")
    own.manage("shell", "-c", _AS_IN_USE)
    made = own.backup(folder / "backups")
    yield SimpleNamespace(site=own, backup=made, looked=look(own))
    with django_db_blocker.unblock():
        sites.forget(own)


# The tests' own database has no login, and histories that may be emptied.
_AS_IN_USE = """
from django.contrib.sessions.backends.db import SessionStore
from plans.append_only import protect
from welfare_plan.apps import append_only_models
SessionStore().save()
for model in append_only_models():
    protect(model)
"""


@pytest.fixture
def another(tmp_path, django_db_blocker):
    """A site without a table."""
    with django_db_blocker.unblock():
        site = sites.empty(tmp_path / "another")
    yield site
    with django_db_blocker.unblock():
        sites.forget(site)


def look(site):
    done = site.run("-m", "tests.welfare_plan.backups.look")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])

"""A process that dies in the middle leaves nothing stored and nothing in place."""

import os
import subprocess
import sys
import time

import pytest
from django.db import connection

from plans.models import PageRevision, Plan, SearchEntry
from tests.killed import never_in_between
from tests.welfare_plan.round_trip.databases import on
from welfare_plan.round_trip.exporting import export_site
from welfare_plan.round_trip.manifest import read_manifest

pytestmark = pytest.mark.django_db


class EmptyDatabase:
    """A new one for each try; a process of its own finds it at `address`."""

    def __init__(self, databases):
        self._databases = databases

    def set_back(self):
        self._name = self._databases.empty()
        self.address = self._databases.address(self._name)

    def counts(self):
        with on(self._databases.connect(self._name)):
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA integrity_check")
                    assert cursor.fetchone() == ("ok",)
            models = (Plan, Plan.history.model, SearchEntry, PageRevision)
            return tuple(model.objects.count() for model in models)


@pytest.mark.long
def test_an_import_that_is_killed_stores_nothing(
    original, databases, copy, django_db_blocker
):
    whole = EmptyDatabase(databases)
    with django_db_blocker.unblock():
        whole._name = copy
        everything = whole.counts()

        never_in_between(
            whole,
            "tests.welfare_plan.round_trip.import_once",
            [original.folder],
            added=everything,
            kills=2,
        )


def test_an_export_that_is_killed_is_nowhere_and_in_nobodys_way(
    databases, copy, django_db_blocker, tmp_path
):
    folder, work = tmp_path / "site", tmp_path / ".site.unfinished"
    process = subprocess.Popen(
        [sys.executable, "manage.py", "export_site", str(folder)],
        env={**os.environ, "DATABASE_URL": databases.address(copy)},
    )
    while not (work / "plans.plan.jsonl").exists():
        assert process.poll() is None
        time.sleep(0.001)
    process.kill()
    process.wait()
    assert not folder.exists()

    with django_db_blocker.unblock(), on(databases.connect(copy)):
        export_site(folder)

    assert read_manifest(folder).records > 5000
    assert [path.name for path in tmp_path.iterdir()] == ["site"]

"""/readyz: pages can be made and edits be stored. Reasons stand in the log alone."""

import errno

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.faults import away
from welfare_plan.health import disk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    settings.OPEN_DATA_DIR = tmp_path / "not" / "yet" / "there"


def refused(client, caplog):
    """The reason in the log, after an answer that names none."""
    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"not ready\n")
    assert "no-store" in response["Cache-Control"]
    (record,) = caplog.records
    return record.getMessage()


def test_a_site_that_lacks_nothing_is_ready(client, django_assert_max_num_queries):
    client.get("/readyz")  # reads the migrations from the disk

    with django_assert_max_num_queries(3):
        response = client.get("/readyz")

    assert (response.status_code, response.content) == (200, b"ready\n")


def test_it_leaves_nothing_on_the_disk(client, tmp_path):
    client.get("/readyz")

    assert list(tmp_path.rglob("*")) == []


def test_a_database_that_is_away(client, caplog):
    with connection.execute_wrapper(away):
        said = refused(client, caplog)

    assert said == "not ready: database: connection failed: no route"


def test_a_migration_that_is_not_applied(client, caplog):
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("plans", "0001_initial")

    said = refused(client, caplog)

    assert said == "not ready: migrations: 1 not applied, first plans.0001_initial"


def test_a_database_that_is_ahead_is_no_fault(client):
    MigrationRecorder(connection).record_applied("plans", "9999_of_a_later_release")

    assert client.get("/readyz").status_code == 200


def test_a_disk_without_room(client, caplog, settings, monkeypatch):
    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk.tempfile, "TemporaryFile", full)

    said = refused(client, caplog)

    assert f"disk: {settings.EVIDENCE_ROOT}: No space left on device" in said


def test_a_file_that_may_only_be_read(tmp_path, monkeypatch):
    path = tmp_path / "site.sqlite3"
    path.touch()
    monkeypatch.setattr(disk.os, "access", lambda path, mode: False)

    assert disk.unwritable(path) == "read-only"


def test_a_server_that_takes_no_writing(client, caplog):
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")

    assert refused(client, caplog) == "not ready: database: takes no writing"


def test_a_release_whose_static_files_were_not_collected(client, caplog, uncollected):
    assert refused(client, caplog) == "not ready: static files: not collected"

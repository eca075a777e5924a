"""The download of many values takes memory that does not grow with them."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connections

from tests.bench.many_values import fill
from tests.own_connections import patient_connection

VALUES = 20_000


@pytest.fixture
def file(django_db_setup, django_db_blocker, tmp_path):
    """Of a database with many values, beside that of the tests."""
    with django_db_blocker.unblock():
        usual = connections["default"]
        connections["default"] = patient_connection(tmp_path)()
        try:
            fill(VALUES)
        finally:
            connections["default"].close()
            connections["default"] = usual
    return tmp_path / "test.sqlite3"


def served(name, file, folder) -> dict:
    """What a process of its own says of the download."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
        "DATABASE_URL": f"sqlite:///{file}",
        "OPEN_DATA_DIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.download", "serve", name],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_a_process_that_serves_many_values_hardly_grows(file, tmp_path):
    """`python -m tests.bench.download` measures a million."""
    as_csv = served("observations.csv", file, tmp_path / "open_data")
    as_json = served("observations.json", file, tmp_path / "open_data")

    assert as_csv["megabytes"] > 5
    assert as_json["megabytes"] > 10
    assert max(as_csv["added_mb"], as_json["added_mb"]) < 16

"""Reading goes on while somebody else writes for long (SQLite)."""

import sqlite3
import subprocess
import sys

import pytest

pytestmark = pytest.mark.long

READ = """
import django; django.setup()
from django.test import Client
print(Client(headers={"host": "localhost"}).get("/plans/kita-ku/").status_code)
"""


@pytest.fixture
def database_file(tmp_path, monkeypatch):
    path = tmp_path / "held.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "welfare_plan.settings")
    for command in (["migrate"], ["load_plans"]):
        subprocess.run(
            [sys.executable, "manage.py", *command, "--verbosity", "0"], check=True
        )
    return path


def test_a_first_page_opens_while_the_write_lock_is_held(database_file):
    writer = sqlite3.connect(database_file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")

    answer = subprocess.run(
        [sys.executable, "-c", READ], capture_output=True, text=True, timeout=60
    )
    writer.rollback()
    writer.close()

    assert answer.stdout.strip() == "200", answer.stderr

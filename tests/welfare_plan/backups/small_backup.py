"""A backup of two small files, for tests of what a restore takes and refuses."""

import pytest
from django.db import connection

from welfare_plan.backups import databases, restoring
from welfare_plan.backups.manifest import NAME, Manifest, digest_of

EVIDENCE = "evidence/2026/07/a1.pdf"


class Part:
    """Stands for the database's own part and notes whether it was changed."""

    FILE = "database.bin"

    def __init__(self):
        self.loaded = []

    def check(self, path):
        assert path.is_file()

    def load(self, connection, path):
        self.loaded.append(path.read_bytes())


@pytest.fixture
def part(monkeypatch, settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    part = Part()
    monkeypatch.setattr(restoring.databases, "part_of", lambda vendor: part)
    return part


@pytest.fixture
def backup(tmp_path):
    folder = tmp_path / "backup"
    (folder / EVIDENCE).parent.mkdir(parents=True)
    (folder / EVIDENCE).write_bytes(b"evidence")
    (folder / Part.FILE).write_bytes(b"database")
    write(folder, manifest_of(folder))
    return folder


def manifest_of(folder):
    return Manifest(
        release="0.5.0",
        vendor=connection.vendor,
        made_at="2026-11-21T18:00:00+00:00",
        database=Part.FILE,
        migrations=databases.applied_migrations(),
        counts={"plans.plan": 7},
        files={name: digest_of(folder / name) for name in (Part.FILE, EVIDENCE)},
    )


def write(folder, manifest):
    (folder / NAME).write_text(manifest.text(), encoding="utf-8")

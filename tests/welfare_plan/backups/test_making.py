"""A backup is there whole or not at all, and older ones go when they are too many."""

import pytest

from welfare_plan.backups import making
from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.making import make_backup
from welfare_plan.backups.manifest import NAME, check_files, read_manifest

pytestmark = pytest.mark.django_db


class Part:
    FILE = "database.bin"

    def __init__(self, failure=None):
        self.failure = failure

    def dump(self, connection, path):
        path.write_bytes(b"database")
        if self.failure:
            raise self.failure


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    (settings.EVIDENCE_ROOT / "2026").mkdir(parents=True)
    (settings.EVIDENCE_ROOT / "2026" / "a1.pdf").write_bytes(b"evidence")


@pytest.fixture
def use(monkeypatch):
    return lambda part: monkeypatch.setattr(
        making.databases, "part_of", lambda vendor: part
    )


def test_it_holds_the_database_and_the_evidence_with_their_digests(use, tmp_path):
    use(Part())

    made = make_backup(tmp_path / "backups")

    manifest = read_manifest(made.folder)
    check_files(made.folder, manifest)
    assert set(manifest.files) == {"database.bin", "evidence/2026/a1.pdf"}
    assert made.bytes > len(b"databaseevidence")
    assert manifest.counts["plans.plan"] == 7
    assert "sessions.session" not in manifest.counts


@pytest.mark.parametrize(
    "failure",
    [OSError(28, "No space left on device"), BackupError("pg_dump")],
    ids=["no room", "the database's program"],
)
def test_one_that_fails_leaves_nothing_and_keeps_the_older_ones(use, tmp_path, failure):
    use(Part())
    older = make_backup(tmp_path / "backups").folder
    use(Part(failure))

    with pytest.raises(BackupError):
        make_backup(tmp_path / "backups", keep=1)

    assert list((tmp_path / "backups").iterdir()) == [older]


def test_the_newest_stay_and_foreign_files_too(use, tmp_path):
    use(Part())
    place = tmp_path / "backups"
    killed = place / ".20200101T000000000000Z.unfinished"
    (killed / "evidence").mkdir(parents=True)
    (place / "notes.txt").write_text("of the operator")
    made = [make_backup(place, keep=2).folder for _ in range(3)]

    left = sorted(path.name for path in place.iterdir())

    assert left == [made[1].name, made[2].name, "notes.txt"]


def test_a_file_that_is_taken_away_meanwhile_stays_out(use, settings, tmp_path):
    class Removes(Part):
        def dump(self, connection, path):
            super().dump(connection, path)
            (settings.EVIDENCE_ROOT / "2026" / "a1.pdf").unlink()

    use(Removes())

    made = make_backup(tmp_path / "backups")

    assert set(made.manifest.files) == {"database.bin"}
    assert (made.folder / NAME).exists()

"""A backup that is broken, foreign or too new changes nothing."""

import json
from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model

from tests.welfare_plan.backups.small_backup import EVIDENCE, Part, manifest_of, write
from welfare_plan.backups import databases, restoring
from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.manifest import NAME

pytestmark = pytest.mark.django_db


def changed(**values):
    def spoil(folder):
        write(folder, replace(manifest_of(folder), **values))

    return spoil


def edited(**values):
    def spoil(folder):
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        (folder / NAME).write_text(json.dumps({**content, **values}))

    return spoil


def cut(folder):
    text = (folder / NAME).read_text(encoding="utf-8")
    (folder / NAME).write_text(text[: len(text) // 2])


def outside(folder):
    files = {**manifest_of(folder).files, "../../outside": "0" * 64}
    write(folder, replace(manifest_of(folder), files=files))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / NAME).unlink(), f"{NAME} がありません"),
        (cut, "途中で切れているか"),
        (edited(release="9.9"), "書き換えられています"),
        (edited(site="another"), "このポータルの形式1のバックアップではありません"),
        (edited(format=2), "形式2"),
        (lambda folder: (folder / NAME).write_bytes(b"\xff\xfe"), "途中で切れている"),
        (lambda folder: (folder / NAME).write_text("[]"), "途中で切れている"),
        (outside, "書き換えられています"),
        (lambda folder: (folder / EVIDENCE).unlink(), "a1.pdf がありません"),
        (lambda folder: (folder / EVIDENCE).write_bytes(b"x"), "が壊れています"),
        (lambda folder: (folder / Part.FILE).write_bytes(b"x"), "が壊れています"),
        (changed(vendor="oracle"), "このバックアップはoracleのものです"),
        (changed(migrations=["plans.9999_later"]), "新しい版（0.5.0）"),
    ],
    ids=[
        *("no manifest", "half a manifest", "edited", "another site", "later format"),
        *("no text", "no object", "a path outside", "evidence missing"),
        *("evidence broken", "database broken", "another database", "later release"),
    ],
)
def test_it_is_refused_and_nothing_is_changed(part, backup, settings, spoil, said):
    spoil(backup)

    with pytest.raises(BackupError) as refusal:
        restoring.restore(backup)

    assert said in str(refusal.value)
    assert part.loaded == []
    assert not settings.EVIDENCE_ROOT.exists()


def test_a_sound_one_is_taken(part, backup, settings):
    restored = restoring.restore(backup)

    assert part.loaded == [b"database"]
    assert (settings.EVIDENCE_ROOT / "2026/07/a1.pdf").read_bytes() == b"evidence"
    assert (restored.files, restored.needs_migration) == (1, False)


def test_what_a_removed_app_has_left_is_no_later_release(part, backup):
    migrations = [*databases.applied_migrations(), "axes.0001_initial"]
    write(backup, replace(manifest_of(backup), migrations=migrations))

    restoring.restore(backup)

    assert part.loaded == [b"database"]


def test_a_site_with_staff_is_not_overwritten_unasked(part, backup):
    get_user_model().objects.create_user("worker")

    with pytest.raises(BackupError, match="--replace"):
        restoring.restore(backup)
    assert part.loaded == []

    restoring.restore(backup, replace=True)
    assert part.loaded == [b"database"]


def test_without_room_for_the_evidence_the_database_stays(part, backup, settings):
    settings.EVIDENCE_ROOT.parent.joinpath("file").write_text("")
    settings.EVIDENCE_ROOT = settings.EVIDENCE_ROOT.parent / "file" / "evidence"

    with pytest.raises(BackupError, match="データベースは前のままです"):
        restoring.restore(backup)

    assert part.loaded == []

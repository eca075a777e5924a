"""Puts a site back as a backup has it: all of it, or nothing of it."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from welfare_plan.backups import databases, evidence
from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.manifest import Manifest, check_files, read_manifest
from welfare_plan.health.migrations import unapplied


@dataclass(frozen=True)
class Restored:
    manifest: Manifest
    files: int
    needs_migration: bool


def restore(folder: Path, *, replace: bool = False) -> Restored:
    """`replace` allows a database that somebody has worked in to be overwritten."""
    manifest = read_manifest(folder)
    _refuse_foreign(manifest)
    check_files(folder, manifest)
    databases.part_of(manifest.vendor).check(folder / manifest.database)
    if not replace and _is_in_use():
        raise BackupError(
            "このデータベースには、すでに職員がいます。いまの内容を捨てて戻すときは、"
            "--replace を付けてください。先に manage.py backup で控えをとれます。"
        )
    # First: until the database changes, a file too many is all that can remain.
    try:
        files = evidence.bring_back(folder, manifest.files, settings.EVIDENCE_ROOT)
    except OSError as error:
        raise BackupError(
            f"{settings.EVIDENCE_ROOT} に書けませんでした（{error.strerror}）。"
            "データベースは前のままです。"
        ) from error
    part = databases.part_of(manifest.vendor)
    part.load(connection, folder / manifest.database)
    # Pages need no telling: revisions that go back are a change like any other.
    return Restored(manifest, files, needs_migration=bool(unapplied()))


def _refuse_foreign(manifest):
    if manifest.vendor != connection.vendor:
        raise BackupError(
            f"このバックアップは{manifest.vendor}のものです。"
            f"いまのデータベースは{connection.vendor}です（DATABASE_URL）。"
            "種類を変えて移すときは、export_site と import_site を使ってください。"
        )
    known = set(map(".".join, MigrationLoader(None).disk_migrations))
    apps = {name.partition(".")[0] for name in known}
    # What an app that is no longer installed has left is no sign of a later release.
    newer = {name for name in manifest.migrations if name.partition(".")[0] in apps}
    if newer - known:
        raise BackupError(
            f"このバックアップは新しい版（{manifest.release}）のものです。"
            "その版のポータルで戻してください。"
        )


def _is_in_use():
    try:
        return get_user_model().objects.exists()
    except DatabaseError:
        return False

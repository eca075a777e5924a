"""A backup is a folder named by its moment, in UTC: there whole, or not at all."""

import os
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from welfare_plan.backups import databases, evidence
from welfare_plan.backups.errors import BackupError
from welfare_plan.backups.manifest import NAME, Manifest, digest_of
from welfare_plan.round_trip.release import release
from welfare_plan.round_trip.snapshot import one_snapshot

_FORM = "%Y%m%dT%H%M%S%fZ"
_FINISHED = re.compile(r"\d{8}T\d{12}Z")
_UNFINISHED = re.compile(r"\.\d{8}T\d{12}Z\.unfinished")


@dataclass(frozen=True)
class Backup:
    folder: Path
    bytes: int
    manifest: Manifest


def make_backup(place: Path, *, keep: int = 0) -> Backup:
    """A new folder in `place`; of the older ones the newest stay, `keep` in all.

    0 keeps all. What is deleted is deleted after the new one is safe.
    """
    moment = datetime.now(UTC)
    folder = place / moment.strftime(_FORM)
    work = place / f".{folder.name}.unfinished"
    try:
        # Drafts and hashes of passwords are inside: only the owner may look.
        work.mkdir(mode=0o700, parents=True)
        manifest = _written(work, moment)
        size = sum(path.stat().st_size for path in work.rglob("*") if path.is_file())
        _to_the_disk(work)
        work.rename(folder)
    except OSError as error:
        raise BackupError(
            f"{place} に書けませんでした（{error.strerror}）。"
            "空きと権限を確かめてください。"
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if keep:
        _forget_older(place, keep)
    return Backup(folder, size, manifest)


def _written(work, moment):
    part = databases.part_of(connection.vendor)
    with one_snapshot():
        migrations, counts = databases.applied_migrations(), databases.counts()
        part.dump(connection, work / part.FILE)
    names = [part.FILE, *evidence.put_aside(settings.EVIDENCE_ROOT, work)]
    manifest = Manifest(
        release=release(),
        vendor=connection.vendor,
        made_at=moment.isoformat(timespec="seconds"),
        database=part.FILE,
        migrations=migrations,
        counts=counts,
        files={name: digest_of(work / name) for name in names},
    )
    (work / NAME).write_text(manifest.text(), encoding="utf-8")
    return manifest


def _to_the_disk(work):
    """A name that is there after a power cut must have its content behind it."""
    for path in (*work.rglob("*"), work):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget_older(place, keep):
    names = sorted(path.name for path in place.iterdir())
    finished = [name for name in names if _FINISHED.fullmatch(name)]
    # A backup that was killed; one that runs is newer than any that is finished.
    killed = [name for name in names if _UNFINISHED.fullmatch(name)]
    left = [name for name in killed if name[1:] < finished[-1]]
    for name in (*finished[:-keep], *left):
        shutil.rmtree(place / name)

"""Writes the site to a folder, as it stands at one moment."""

import hashlib
import os
from pathlib import Path

from django.utils import timezone

from welfare_plan.round_trip.contents import exported_models, file_of
from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.folder import refuse_other_content
from welfare_plan.round_trip.manifest import NAME, FileEntry, Manifest
from welfare_plan.round_trip.records import write_records
from welfare_plan.round_trip.release import migrations, release
from welfare_plan.round_trip.snapshot import one_snapshot
from welfare_plan.whole_folder import written_whole


def export_site(folder: Path) -> Manifest:
    """Write all that the site holds, but people; an earlier export is replaced."""
    whole = written_whole(
        folder.resolve(), refuse=refuse_other_content, error=RoundTripError
    )
    with whole as work, one_snapshot():
        return _write_site(work)


def _write_site(work):
    now, form = timezone.now(), migrations()
    files = {file_of(model): _write_file(model, work) for model in exported_models()}
    manifest = Manifest(release(), form, now.isoformat(), files)
    with _Written(work / NAME) as file:
        file.write(manifest.text())
    return manifest


def _write_file(model, work):
    with _Written(work / file_of(model)) as file:
        write_records(model, file)
    return file.entry()


class _Written:
    """A file on disk that counts and digests its lines as they are written."""

    def __init__(self, path):
        self._path, self._digest, self._lines = path, hashlib.sha256(), 0

    def __enter__(self):
        self._file = self._path.open("wb")
        return self

    def __exit__(self, *error):
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())

    def write(self, text):
        data = text.encode()
        self._file.write(data)
        self._digest.update(data)
        self._lines += data.count(b"\n")

    def entry(self) -> FileEntry:
        return FileEntry(self._lines, self._digest.hexdigest())

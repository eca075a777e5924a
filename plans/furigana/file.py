"""Brings the file of readings into the database; what staff have touched stays so.

A reading is theirs as soon as one of them has added, changed or deleted it. All others
follow the file: the history of who did what tells them apart.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from simple_history.utils import bulk_create_with_history

from plans.history_reasons import is_loading, reason_of_loading
from plans.models import Reading
from plans.page_scopes import SITE
from plans.publishing import publishing

_COLUMNS = ["word", "reading", "after"]
Key = tuple[str, str]  # word, after


class ReadingFileError(Exception):
    """What is wrong with the file, and in which line."""


@dataclass(frozen=True)
class LoadedReadings:
    created: int
    updated: int
    removed: int
    left_alone: int


def load_readings(path: Path) -> LoadedReadings:
    """All of the file in one transaction, or, on an error, nothing."""
    wanted = read_file(path)
    with publishing() as scopes:
        stored = {(row.word, row.after): row for row in Reading.objects.all()}
        of_staff, of_files = _whose()
        missing = [key for key in wanted if key not in stored and key not in of_staff]
        changed = [
            row
            for key, row in stored.items()
            if key in wanted and row.reading != wanted[key] and key not in of_staff
        ]
        gone = [
            row
            for key, row in stored.items()
            if key not in wanted and key in of_files and key not in of_staff
        ]
        reason = reason_of_loading(path.name)
        _remove(gone, reason)
        _change(changed, wanted, reason)
        _create(missing, wanted, reason)
        if missing or changed or gone:
            scopes.add(SITE)
    left = sum(key in of_staff for key in wanted)
    return LoadedReadings(len(missing), len(changed), len(gone), left)


def read_file(path: Path) -> dict[Key, str]:
    """The readings of a file by their key; raises ReadingFileError."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if not rows or rows[0] != _COLUMNS:
        raise ReadingFileError(
            f"{path.name}：1行目は {','.join(_COLUMNS)} にしてください。"
        )
    readings = {}
    for number, row in enumerate(rows[1:], start=2):
        place = f"{path.name} の{number}行目"
        if len(row) != len(_COLUMNS):
            raise ReadingFileError(f"{place}：列は3つにしてください。")
        word, reading, after = row
        _check(Reading(word=word, reading=reading, after=after), place)
        if (word, after) in readings:
            raise ReadingFileError(f"{place}：「{word}」は前の行にもあります。")
        readings[word, after] = reading
    return readings


def _check(reading, place):
    try:
        reading.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        said = "".join(error.messages)
        raise ReadingFileError(f"{place}「{reading.word}」：{said}") from error


def _whose():
    """The keys that staff have touched, and those that came from a file alone.

    A reading that staff gave another word is theirs under both words.
    """
    rows = list(
        Reading.history.values_list(
            "id", "word", "after", "history_user_id", "history_change_reason"
        )
    )
    touched = {pk for pk, _, _, user, _ in rows if user is not None}
    of_staff = {(word, after) for pk, word, after, *_ in rows if pk in touched}
    of_files = {
        (word, after)
        for pk, word, after, _, reason in rows
        if pk not in touched and is_loading(reason or "")
    }
    return of_staff, of_files


def _create(keys, wanted, reason):
    rows = [
        Reading(word=word, after=after, reading=wanted[word, after])
        for word, after in keys
    ]
    bulk_create_with_history(
        rows, Reading, batch_size=200, default_change_reason=reason
    )


def _change(rows, wanted, reason):
    for row in rows:
        row.reading = wanted[row.word, row.after]
        row.history_reason = reason
        row.save()


def _remove(rows, reason):
    for row in rows:
        row.history_reason = reason
        row.delete()

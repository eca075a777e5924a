"""A file on its way into the records: looked at first, without a trace; then stored."""

import hashlib
import json
import logging
from dataclasses import dataclass

import tablib
from django.db import IntegrityError

from plans.admin.files.reading import ReadFile, ReadRow
from plans.admin.files.resources import ROW
from plans.history_reasons import REASON_NEEDED
from plans.publishing import publishing

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
_KINDS = {"new": NEW, "update": CHANGED, "skip": SAME}
_BROKEN = (
    "この行を保存できませんでした。ほかの人が、同じものを登録したところかもしれません。"
    "もう一度確かめてください。"
)
logger = logging.getLogger(__name__)


class Moved(Exception):
    """Records were changed by somebody else since they were shown."""


class Refused(Exception):
    """A row cannot be stored, so none was."""


@dataclass(frozen=True)
class Row:
    """`mistakes` are (heading, sentence); `changes` (heading, before, after)."""

    number: int
    key: tuple[str, str]
    kind: str
    mistakes: tuple = ()
    changes: tuple = ()
    is_moved: bool = False
    needs_reason: bool = False


@dataclass(frozen=True)
class Outlook:
    """What an import would do; `looked_at` is the state of the records it is about."""

    rows: list[Row]
    looked_at: str

    @property
    def needs_reason(self) -> bool:
        return any(row.needs_reason for row in self.rows)

    def count(self, kind) -> int:
        return sum(row.kind == kind for row in self.rows)


def look(make_resource, content, *, user) -> Outlook:
    """What storing the file would do; all that was tried is undone."""
    resource = make_resource()
    resource.reason = content["reason"]
    read = ReadFile.of(content["read"])
    versions = resource.meet(read.rows)
    rows = _rows(resource, read, _run(resource, read, content, user, dry_run=True))
    before = content["versions"]
    return Outlook([_marked(row, before, versions) for row in rows], _digest(versions))


def versions_of(make_resource, read: ReadFile) -> dict:
    """The versions by row number, as they go through JSON."""
    return {str(key): text for key, text in make_resource().meet(read.rows).items()}


def store(make_resource, content, *, looked_at: str, user) -> dict[str, int]:
    """Store all rows; how many were new and changed. Raises Moved or Refused."""
    resource = make_resource()
    resource.reason = content["reason"]
    read = ReadFile.of(content["read"])
    try:
        with publishing() as scopes:
            if _digest(resource.meet(read.rows, lock=True)) != looked_at:
                raise Moved
            result = _run(resource, read, content, user, dry_run=False)
            rows = _rows(resource, read, result)
            if any(row.kind == WRONG for row in rows):
                raise Refused
            scopes.update(resource.scopes)
    except IntegrityError as error:
        # Somebody else was quicker between the checks and the writing.
        raise Moved from error
    return {kind: sum(row.kind == kind for row in rows) for kind in (NEW, CHANGED)}


def _run(resource, read, content, user, *, dry_run):
    headers = [*read.headings, ROW]
    data = tablib.Dataset(headers=headers)
    for row in read.rows:
        data.append([*row.cells.values(), row])
    result = resource.import_data(
        data,
        dry_run=dry_run,
        rollback_on_validation_errors=True,
        user=user,
        file_name=content["file_name"],
    )
    for error in _errors(result):
        # A page can explain a record of somebody else in the way, and nothing more.
        if not dry_run or not isinstance(error, IntegrityError):
            raise error
    return result


def _errors(result):
    of_rows = [error for row in result.rows for error in row.errors]
    return [each.error for each in (*result.base_errors, *of_rows)]


def _rows(resource, read, result) -> list[Row]:
    return [
        _row(resource, row, outcome)
        for row, outcome in zip(read.rows, result.rows, strict=True)
    ]


def _row(resource, row: ReadRow, outcome) -> Row:
    mistakes = tuple(_mistakes(resource, outcome))
    return Row(
        row.number,
        resource.key_of(row.cells),
        WRONG if mistakes else _KINDS[outcome.import_type],
        mistakes,
        tuple(resource.changes.get(row.number, ())),
        needs_reason=any(error.code == REASON_NEEDED for _, error in _found(outcome)),
    )


def _mistakes(resource, outcome):
    for error in outcome.errors:
        logger.error("A row could not be stored", exc_info=error.error)
        yield "", _BROKEN
    for name, error in _found(outcome):
        field = resource.fields.get(name)
        if error.code == REASON_NEEDED:
            # The page of the import asks for it itself.
            error.params["place"] = "上の"
        yield field.column_name if field else "", " ".join(error.messages)


def _found(outcome):
    """The mistakes of a row with the names of their fields."""
    if outcome.validation_error is None:
        return []
    said = outcome.validation_error.update_error_dict({})
    return [(name, error) for name, errors in said.items() for error in errors]


def _marked(row, before, versions):
    moved = before.get(str(row.number)) != versions[row.number]
    return Row(**{**vars(row), "is_moved": moved})


def _digest(versions) -> str:
    text = json.dumps(sorted(versions.items()))
    return hashlib.sha256(text.encode()).hexdigest()

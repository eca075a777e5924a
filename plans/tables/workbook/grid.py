"""The cells of one sheet while they are read, and the table that they make."""

import re

from plans.tables import limits
from plans.tables.values import Mark, Table
from plans.tables.workbook.archive import damaged

# Rows of all merged areas together; each row may be in several.
_MOST_MERGED = 10 * limits.MOST_ROWS
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


def place_of(reference: str) -> tuple[int, int]:
    """(row, column) from 0 of a reference such as B3."""
    found = _PLACE.fullmatch(reference)
    if not found:
        raise damaged()
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


class Grid:
    """Only cells that say something are kept; the limits are looked at here."""

    def __init__(self):
        self._rows: dict[int, dict[int, str]] = {}
        self._marks: dict[tuple[int, int], frozenset[Mark]] = {}
        self._merged: list[str] = []
        self._count = 0

    def put(self, row: int, column: int, text: str, marks: frozenset[Mark]) -> None:
        if row >= limits.MOST_ROWS:
            raise limits.too_many_rows()
        if column >= limits.MOST_COLUMNS:
            raise limits.too_many_columns()
        self._count += 1
        if self._count > limits.MOST_CELLS:
            raise limits.too_many_cells()
        self._rows.setdefault(row, {})[column] = text
        if marks:
            self._marks[row, column] = marks

    def merge(self, reference: str) -> None:
        self._merged.append(reference)

    def table(self, name: str, notices: tuple[str, ...] = ()) -> Table:
        if self._clear_merged():
            notices += (
                f"「{name}」シートの、セルの結合で隠れた値は読みませんでした。",
            )
        width = 1 + max((max(row) for row in self._rows.values() if row), default=-1)
        height = 1 + max(self._rows, default=-1)
        nothing = ("",) * width
        rows = [nothing] * height
        for number in list(self._rows):
            cells = self._rows.pop(number)
            rows[number] = tuple(cells.get(column, "") for column in range(width))
        return Table(name, rows, self._marks, notices)

    def _clear_merged(self) -> bool:
        """Empty what merging covers: a person sees the first cell alone."""
        areas = [_area(reference) for reference in self._merged]
        # Areas lie apart, so that together they have at most the cells of a sheet.
        if sum(len(rows) for rows, _ in areas) > _MOST_MERGED:
            raise damaged()
        return any([self._clear(rows, columns) for rows, columns in areas])

    def _clear(self, rows, columns):
        covered = [
            (row, column)
            for row in rows
            if row in self._rows
            for column in self._rows[row]
            if column in columns and (row, column) != (rows[0], columns[0])
        ]
        for row, column in covered:
            del self._rows[row][column]
            self._marks.pop((row, column), None)
        return bool(covered)


def _area(reference):
    first, _, last = reference.partition(":")
    top, left = place_of(first)
    bottom, right = place_of(last or first)
    # Nothing is kept beyond the limits, so nothing needs to be looked at there.
    bottom, right = min(bottom, limits.MOST_ROWS), min(right, limits.MOST_COLUMNS)
    return range(top, bottom + 1), range(left, right + 1)

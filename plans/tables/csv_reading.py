"""CSV as offices make it: commas, tabs or semicolons, any line ends."""

import csv
import io
import itertools
from collections.abc import Collection, Iterator

from plans.tables import limits
from plans.tables.decoding import decoded, may_be_misread, unknown_encoding
from plans.tables.guards import unguarded
from plans.tables.headings import headings_found, stand_at_the_top
from plans.tables.values import FileError, Table

# The first of equals wins: what `write_csv` writes is told to be commas.
_DELIMITERS = ",\t;"
_SAMPLE = 20


def read_csv(content: bytes, headings: Collection[str] | None) -> Table:
    text = decoded(content)
    rows = _rows(text, _delimiter(text, headings or ()))
    if headings and not stand_at_the_top(rows, headings):
        raise _without_headings(content, headings)
    return Table(sheet="", rows=rows)


def _rows(text, delimiter) -> list[tuple[str, ...]]:
    rows, cells, width = [], 0, 0
    for row in _parsed(text, delimiter):
        if len(rows) == limits.MOST_ROWS:
            raise limits.too_many_rows()
        if len(row) > limits.MOST_COLUMNS:
            raise limits.too_many_columns()
        cells += len(row) - row.count("")
        if cells > limits.MOST_CELLS:
            raise limits.too_many_cells()
        width = max(width, len(row))
        rows.append(tuple(unguarded(cell) for cell in row))
    return [row + ("",) * (width - len(row)) for row in rows]


def _parsed(text, delimiter) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            # The limit of `csv` is one for the process, which other code may lift.
            if row and len(max(row, key=len)) > limits.LONGEST_CELL:
                raise _unreadable()
            yield row
    except csv.Error as error:
        raise _unreadable() from error


def _unreadable():
    return FileError(
        "CSVとして読めません。"
        '引用符「"」の閉じ忘れや、長すぎるセルがないか確かめてください。'
    )


def _delimiter(text, headings):
    return max(_DELIMITERS, key=lambda one: _fitness(text, one, headings))


def _fitness(text, delimiter, headings):
    """How well a delimiter fits: headings found, then rows that are equally long."""
    try:
        rows = list(itertools.islice(_parsed(text, delimiter), _SAMPLE))
    except FileError:
        return (0, 0)
    lengths = [len(row) for row in rows if row]
    several = [length for length in lengths if length > 1]
    equal = max(map(several.count, several), default=0)
    return headings_found(rows, headings), equal / max(len(lengths), 1)


def _without_headings(content, headings):
    if may_be_misread(content):
        return unknown_encoding()
    words = "」「".join(list(headings)[:3])
    return FileError(
        f"「{words}」などの見出しが、はじめの20行にありません。"
        "ひな形の見出しのまま、CSV UTF-8で保存し直してください。"
    )

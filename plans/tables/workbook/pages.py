"""One sheet of a workbook, read cell by cell."""

from openpyxl.utils import get_column_letter

from plans.tables.values import Mark, Table
from plans.tables.workbook.book import Book
from plans.tables.workbook.formats import PLAIN
from plans.tables.workbook.grid import Grid, place_of
from plans.tables.workbook.markup import Budget, parse
from plans.tables.workbook.numbers import date_text, number_text
from plans.tables.workbook.strings import text_as_typed

_FORMULA, _NO_RESULT = frozenset({Mark.FORMULA}), frozenset({Mark.NO_RESULT})
_ERROR, _BOOLEAN = frozenset({Mark.ERROR}), frozenset({Mark.BOOLEAN})
_DATE = frozenset({Mark.DATE})


class PageReader:
    """Reads the part of one sheet; `read` may be called once."""

    def __init__(self, name: str, book: Book):
        self._name, self._book, self._grid = name, book, Grid()
        self._row, self._column = -1, -1
        self._in_cell = self._is_value = self._is_reading = False
        self._kind, self._style = "n", 0
        self._has_value = self._has_formula = False
        self._pieces: list[str] = []

    def read(self, chunks, budget: Budget, notices: tuple[str, ...] = ()) -> Table:
        parse(chunks, budget, start=self._start, end=self._end, text=self._text)
        return self._grid.table(self._name, notices)

    def _start(self, name, attributes):
        if name == "c":
            self._start_cell(attributes)
        elif self._in_cell:
            self._start_inside(name)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif name == "mergeCell":
            self._grid.merge(attributes["ref"])

    def _start_cell(self, attributes):
        # Some programs leave the references out: then cells simply follow each other.
        self._column += 1
        if "r" in attributes:
            self._row, self._column = place_of(attributes["r"])
        self._in_cell = True
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", 0))
        self._has_value = self._has_formula = False
        self._pieces = []

    def _start_inside(self, name):
        if name == "rPh":
            self._is_reading = True
        elif name == "f":
            self._has_formula = True
        elif name == "v" or name == "t" and not self._is_reading:
            self._is_value = self._has_value = True

    def _text(self, text):
        if self._is_value:
            self._pieces.append(text)

    def _end(self, name):
        if name == "c":
            self._in_cell = False
            if self._has_value or self._has_formula:
                self._put("".join(self._pieces))
        elif name in ("v", "t"):
            self._is_value = False
        elif name == "rPh":
            self._is_reading = False

    def _put(self, stored):
        text, marks = self._read(stored)
        if self._has_formula:
            # An empty text can be a result; a number that is not there is none.
            is_result = bool(stored) or self._kind == "str" and self._has_value
            text, marks = (text, marks | _FORMULA) if is_result else ("", _NO_RESULT)
        if text or marks:
            self._grid.put(self._row, self._column, text, marks)

    def _read(self, stored):
        if not stored:
            return "", PLAIN
        match self._kind:
            case "s":
                return self._typed(self._book.strings[int(stored)]), PLAIN
            case "inlineStr" | "str":
                return self._typed(stored), PLAIN
            case "b":
                return ("FALSE" if stored == "0" else "TRUE"), _BOOLEAN
            case "e":
                return stored, _ERROR
            case "d":
                return stored.removesuffix("T00:00:00"), _DATE
        return self._number(stored)

    def _number(self, stored):
        formats = self._book.formats
        marks = formats[self._style] if self._style < len(formats) else PLAIN
        if Mark.DATE in marks:
            from_1904 = self._book.counts_from_1904
            return date_text(stored, counts_from_1904=from_1904), marks
        return number_text(stored, is_percent=Mark.PERCENT in marks), marks

    def _typed(self, stored):
        letter = get_column_letter(self._column + 1)
        return text_as_typed(stored, f"「{self._name}」シートの{letter}{self._row + 1}")

"""What an uploaded file says, in a shape that is kept until it is confirmed. Pure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from indicators.sheets.columns import READ, SHEET_NAMES
from indicators.sheets.headings import layout_of
from plans.tables import FileError, Mark, Table
from plans.typed_text import quoted

_MOST_NAMED = 5


class SheetRow(NamedTuple):
    """A row with something in it: its sheet, its number as Excel counts, its cells.

    Only columns that are read are in `cells`, and of these only what is not blank.
    """

    sheet: str
    kind: str
    number: int
    cells: dict[str, str]
    marks: dict[str, list[str]]

    def has(self, key: str, mark: Mark) -> bool:
        return mark.value in self.marks.get(key, ())


def content_of(tables: list[Table]) -> dict:
    """The rows of all sheets of the kind, as JSON. Raises FileError where none is."""
    found, notices, refusals = [], [], []
    for table in tables:
        notices += table.notices
        layout = layout_of(table.rows)
        if layout is None:
            continue
        if layout.refusals:
            refusals += [_in_sheet(table.sheet, why) for why in layout.refusals]
            continue
        if layout.extra:
            notices.append(_in_sheet(table.sheet, _not_read(layout.extra)))
        name = table.sheet or SHEET_NAMES[layout.kind]
        rows = list(_rows(table, layout))
        found.append({"name": name, "kind": layout.kind, "rows": rows})
    if refusals:
        raise FileError("".join(dict.fromkeys(refusals)))
    if not found:
        raise FileError(
            "「コード」「年度」「実績値」などの見出しが見つかりません。"
            "この照会からダウンロードしたシートに記入してください。"
        )
    return {"sheets": found, "notices": list(dict.fromkeys(notices))}


def rows_of(content: dict) -> Iterator[SheetRow]:
    """The rows that were kept, in the order of the file."""
    for sheet in content["sheets"]:
        name, kind = sheet["name"], sheet["kind"]
        for number, cells, *marks in sheet["rows"]:
            yield SheetRow(name, kind, number, cells, marks[0] if marks else {})


def _rows(table, layout) -> Iterator[list]:
    """[number, cells] of each row with something in it, and its marks if it has any."""
    places = [
        (column.key, layout.places[column.key])
        for column in READ[layout.kind]
        if column.key in layout.places
    ]
    marked = _marked(table, layout, places)
    for index in range(layout.start, len(table.rows)):
        row = table.rows[index]
        cells = {key: text for key, place in places if (text := row[place].strip())}
        marks = marked.get(index)
        if marks:
            yield [index + 1, cells, marks]
        elif cells:
            yield [index + 1, cells]


def _marked(table, layout, places) -> dict[int, dict[str, list[str]]]:
    """The marks of the cells that are read, by row and column."""
    keys = {place: key for key, place in places}
    found = {}
    for (index, place), marks in table.marks.items():
        if index >= layout.start and place in keys:
            row = found.setdefault(index, {})
            row[keys[place]] = sorted(mark.value for mark in marks)
    return found


def _in_sheet(name, sentence):
    return f"シート「{name}」：{sentence}" if name else sentence


def _not_read(names: Iterable[str]) -> str:
    names = list(names)
    words = "".join(quoted(name) for name in names[:_MOST_NAMED])
    more = "など" if len(names) > _MOST_NAMED else ""
    return f"{words}{more}の列は、読み取らない列なので取り込みません。"

"""A file as rows under the headings of a resource; what its cells mean comes later."""

from dataclasses import asdict, dataclass

from plans.tables import FileError, Mark, Table, read_tables, same_word
from plans.typed_text import is_blank

MOST_ROWS = 5_000
_TOP = 20
_NO_RESULT = "数式の結果が保存されていません。Excelで開いて、保存し直してください。"
_ERROR = "Excelのエラー（#REF!など）になっています。値を書き直してください。"


@dataclass(frozen=True)
class ReadRow:
    """`number` is the row as Excel counts; `problems` are sentences by heading."""

    number: int
    cells: dict[str, str]
    problems: dict[str, str]


@dataclass(frozen=True)
class ReadFile:
    sheet: str
    headings: list[str]
    rows: list[ReadRow]
    notices: list[str]

    def content(self) -> dict:
        return asdict(self)

    @classmethod
    def of(cls, content: dict) -> "ReadFile":
        rows = [ReadRow(**row) for row in content["rows"]]
        return cls(**{**content, "rows": rows})


def read_file(name: str, content: bytes, fields, keys) -> ReadFile:
    """`fields` are the columns that may stand in the file, `keys` those that must.

    Raises FileError.
    """
    tables = read_tables(name, content, [field.column_name for field in fields])
    found = [(table, top) for table in tables if (top := _top(table, keys)) is not None]
    if not found:
        words = "」と「".join(field.column_name for field in keys)
        raise FileError(
            f"「{words}」の見出しが、はじめの{_TOP}行にありません。"
            "このページで取り出したファイルの見出しのまま、保存し直してください。"
        )
    table, top = found[0]
    columns, unknown = _columns(table.rows[top], fields)
    rows, formulas = _rows(table, top, columns)
    notices = [*table.notices, *_said(unknown, formulas, found[1:])]
    return ReadFile(
        table.sheet, [f.column_name for f in columns.values()], rows, notices
    )


def _top(table: Table, keys) -> int | None:
    wanted = {same_word(field.column_name) for field in keys}
    for number, row in enumerate(table.rows[:_TOP]):
        if wanted <= {same_word(cell) for cell in row}:
            return number
    return None


def _columns(headings, fields):
    """The fields by the number of their column, and the headings of no field."""
    known = {same_word(field.column_name): field for field in fields}
    columns, unknown = {}, []
    for number, heading in enumerate(headings):
        field = known.get(same_word(heading))
        if field is None:
            unknown += [] if is_blank(heading) else [heading.strip()]
        elif field in columns.values():
            raise FileError(
                f"「{field.column_name}」の列が2つあります。1つだけにしてください。"
            )
        else:
            columns[number] = field
    return columns, unknown


def _rows(table, top, columns):
    rows, formulas = [], 0
    for index, row in enumerate(table.rows[top + 1 :], start=top + 1):
        cells = {field.column_name: row[at] for at, field in columns.items()}
        marks = {at: table.marks.get((index, at), frozenset()) for at in columns}
        if all(map(is_blank, cells.values())) and not any(marks.values()):
            continue
        if len(rows) == MOST_ROWS:
            raise FileError(
                f"行が多すぎます。一度に{MOST_ROWS:,}行までに分けてください。"
            )
        formulas += sum(Mark.FORMULA in each for each in marks.values())
        problems = {
            field.column_name: said
            for at, field in columns.items()
            if (said := _problem(field, marks[at]))
        }
        rows.append(ReadRow(index + 1, cells, problems))
    if not rows:
        raise FileError("見出しの下に、取り込む行がありません。")
    return rows, formulas


def _problem(field, marks) -> str:
    if Mark.NO_RESULT in marks:
        return _NO_RESULT
    if Mark.ERROR in marks:
        return _ERROR
    return next(
        (said for mark, said in field.widget.refused.items() if mark in marks), ""
    )


def _said(unknown, formulas, others):
    if unknown:
        yield f"「{'」「'.join(unknown[:10])}」の列は、取り込みません。"
    if formulas:
        yield f"数式のセル{formulas:,}か所は、保存されていた結果を使います。"
    if others:
        names = "」「".join(table.sheet for table, _ in others)
        yield f"シート「{names}」は読みませんでした。1枚ずつ取り込んでください。"

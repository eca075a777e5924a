"""From the cells of a filled-in workbook to typed rows, and what is wrong with them.

Pure. Prose stays as written; codes, years and choices come in their one form.
"""

from dataclasses import dataclass, field

from plans.tables import FileError, Mark, Table, read_tables, same_word
from plans.typed_text import one_form, quoted
from plans.written_years import YearError, read_year
from welfare_plan.new_plans.sheets import BY_NAME, PLAN, POLICY, SHEETS, Field

MOST_ROWS = 3_000
_FIRST_ROWS = 20
_UNREADABLE = {
    Mark.NO_RESULT: (
        "計算の結果がない計算式です。Excelで開いて保存し直すか、値を書いてください。"
    ),
    Mark.ERROR: "表計算ソフトのエラーです。値を書いてください。",
}


@dataclass(frozen=True)
class Problem:
    """Where something is wrong or odd, as a person finds it in the file."""

    sheet: str
    row: int
    column: str
    said: str

    @property
    def sentence(self) -> str:
        row = f"{self.row}行目" if self.row else ""
        column = f"「{self.column}」" if self.column else ""
        return f"シート「{self.sheet}」{row}{column}：{self.said}"


@dataclass
class TypedRow:
    """`cells` by field name: text as typed, years as numbers, choices as stored."""

    sheet: str
    row: int
    cells: dict


@dataclass
class Found:
    """All that was read of a file."""

    rows: dict[str, list[TypedRow]] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)


def read_workbook(file_name: str, content: bytes) -> Found:
    """Raises FileError for what is no workbook of a plan."""
    tables = {same_word(t.sheet): t for t in read_tables(file_name, content)}
    if not {PLAN, POLICY} <= tables.keys():
        raise FileError(
            f"「{PLAN}」と「{POLICY}」のシートがありません。"
            "この画面のひな形に書いて、Excelブック（.xlsx）のまま選んでください。"
        )
    found = Found()
    for sheet in SHEETS:
        table = tables.get(sheet.name)
        found.rows[sheet.name] = _rows(sheet, table, found) if table else []
    number = sum(map(len, found.rows.values()))
    if number > MOST_ROWS:
        raise FileError(f"{number:,}行あります。一度に{MOST_ROWS:,}行までです。")
    return found


def _rows(sheet, table: Table, found: Found) -> list[TypedRow]:
    top, columns = _headings(sheet, table, found)
    rows = []
    for index in range(top + 1, len(table.rows)):
        if not any(cell.strip() for cell in table.rows[index]):
            continue
        if same_word(next(c for c in table.rows[index] if c.strip())) == "記入例":
            continue
        cells = {
            each.name: _cell(sheet, each, table, (index, number), found)
            for each, number in columns
        }
        rows.append(TypedRow(sheet.name, index + 1, cells))
    return rows


def _headings(sheet, table, found):
    """The row of the headings, and the column of each field that is there."""
    known = {same_word(each.heading): each for each in sheet.fields}
    top, words = max(
        enumerate([same_word(c) for c in row] for row in table.rows[:_FIRST_ROWS]),
        key=lambda pair: len(known.keys() & set(pair[1])),
        default=(0, []),
    )
    for each in sheet.fields:
        times = words.count(same_word(each.heading))
        if times > 1:
            said = "同じ見出しの列が2つあります。1つにしてください。"
            found.errors.append(Problem(sheet.name, top + 1, each.heading, said))
        elif not times and each.is_required:
            said = "この列がありません。ひな形の見出しに合わせてください。"
            found.errors.append(Problem(sheet.name, 0, each.heading, said))
    for word in words:
        if word and word not in known:
            said = "ひな形にない列なので、読みません。"
            found.doubts.append(Problem(sheet.name, top + 1, word, said))
    columns = [(known[word], n) for n, word in enumerate(words) if word in known]
    return top, columns


def _cell(sheet, each: Field, table, place, found):
    text, marks = table.rows[place[0]][place[1]], table.marks.get(place, frozenset())

    def problem(said):
        return Problem(sheet.name, place[0] + 1, each.heading, said)

    for mark, said in _UNREADABLE.items():
        if mark in marks:
            found.errors.append(problem(said))
            return None
    if Mark.FORMULA in marks:
        found.doubts.append(problem("計算式です。計算の結果を読みました。"))
    if Mark.DATE in marks and each.kind != "year":
        said = "Excelが日付に変えています。セルの書式を文字列にして書き直してください。"
        found.errors.append(problem(said))
        return None
    if Mark.PERCENT in marks and each.kind == "cell":
        text += "%"
    return _typed(each, text, found, problem)


def _typed(each, text, found, problem):
    plain = text.strip().replace("\r\n", "\n")
    if not plain:
        if each.is_required:
            found.errors.append(problem("空欄です。必ず書いてください。"))
        return None
    match each.kind:
        case "year":
            return _year(plain, found, problem)
        case "choice":
            return _choice(each, plain, found, problem)
        case "code" | "parent":
            return one_form(plain)
        case "text":
            return " ".join(plain.split("\n"))
    return plain


def _year(text, found, problem):
    try:
        written = read_year(text)
    except YearError as error:
        found.errors.append(problem(error.sentence))
        return None
    if written.doubt:
        found.doubts.append(problem(written.doubt.sentence))
    return written.year


def _choice(each, text, found, problem):
    words = {same_word(label): value for label, value in each.choices.items()}
    if same_word(text) in words:
        return words[same_word(text)]
    options = "」「".join(each.choices)
    said = f"{quoted(text)}は選べません。「{options}」から選んでください。"
    found.errors.append(problem(said))
    return None


def heading_of(sheet: str, name: str) -> str:
    return BY_NAME[sheet].heading(name)

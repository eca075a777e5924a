"""The columns of a file of people, and its rows as typed.

A blank cell, and a column that is missing, leave what is stored; 「なし」 empties it.
"""

from dataclasses import dataclass, field

from plans.tables import FileError, read_tables, same_word
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.profiles import Profile, words_of

MOST_BYTES = 512 * 1024
MOST_ROWS = 2_000
LOGIN = "ログイン名"
# The field of a profile that each column fills.
COLUMNS = {
    "氏名": "name",
    "メール": "mail",
    "役割": "roles",
    "所属": "departments",
    "利用": "is_active",
}
HEADER = [LOGIN, *COLUMNS]


@dataclass(frozen=True)
class TypedRow:
    """One row: its number in the file as Excel counts, login, cells by column."""

    number: int
    login: str
    cells: dict[str, str] = field(default_factory=dict)


def typed_rows(content: bytes) -> list[TypedRow]:
    """The rows of a file that say something. Raises FileError, in words."""
    if len(content) > MOST_BYTES:
        raise FileError(
            f"ファイルが大きすぎます。{MOST_BYTES // 1024}KBまでに分けてください。"
        )
    table = read_tables("", content)[0]
    rows = [[cell.strip() for cell in row] for row in table.rows]
    header = _header(rows[0] if rows else [])
    _refuse_header(header)
    found = [
        _typed(number, header, row)
        for number, row in enumerate(rows[1:], start=2)
        if any(row)
    ]
    if len(found) > MOST_ROWS:
        raise FileError(
            f"{len(found)}行あります。一度に{MOST_ROWS}行までに分けてください。"
        )
    if not found:
        raise FileError("見出しの下に行がありません。1人を1行に書いてください。")
    return found


def _header(row):
    header = [same_word(cell) for cell in row]
    # Rows are equally long: blanks at the end only mean that another row is longer.
    while header and not header[-1]:
        header.pop()
    return header


def _refuse_header(header):
    if LOGIN not in header:
        raise FileError(
            f"1行目に「{LOGIN}」の列がありません。ひな形の見出しを使ってください。"
        )
    unknown = [cell or "（空欄）" for cell in header if cell not in HEADER]
    if unknown:
        raise FileError(
            f"1行目の「{'」「'.join(unknown)}」は分からない列です。"
            f"使える列は「{'」「'.join(HEADER)}」です。"
        )
    twice = sorted({cell for cell in header if header.count(cell) > 1})
    if twice:
        raise FileError(
            f"1行目に「{'」「'.join(twice)}」の列が2つあります。1つにしてください。"
        )


def _typed(number, header, row):
    if any(row[len(header) :]):
        raise FileError(
            f"{number}行目に、見出しのない列の値があります。列のずれを直してください。"
        )
    cells = dict(zip(header, row, strict=False))
    login = same_word(cells.pop(LOGIN, ""))
    return TypedRow(number, login, {name: text for name, text in cells.items() if text})


def file_row(login: str, profile: Profile, departments: DepartmentWords) -> list[str]:
    """A person as a row that reads back as the same profile."""
    said = words_of(profile, departments)
    said["name"] = profile.name
    return [login, *(said[name] for name in COLUMNS.values())]

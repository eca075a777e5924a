"""What one cell of a workbook holds comes to what the table says."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from plans.tables import Mark, read_tables
from tests.corpus.workbooks import workbook


def cases():
    text = (Path(__file__).parent / "cases/numbers.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stored, code, shown, marks = [*line.split("\t"), "", "", ""][:4]
            yield pytest.param(stored, code, shown, marks, id=f"{stored}-{code}")


def cell(stored: str, style: int) -> str:
    is_formula = stored.startswith("f=")
    kind, _, value = stored.removeprefix("f=").partition(":")
    if kind not in ("b", "e", "d", "str"):
        kind, value = "n", stored.removeprefix("f=")
    formula = "<f>A9*2</f>" if is_formula else ""
    content = f"<v>{escape(value)}</v>"
    return f'<c r="A1" s="{style}" t="{kind}">{formula}{content}</c>'


@pytest.mark.parametrize(("stored", "code", "shown", "marks"), [*cases()])
def test_a_cell_is_read_as_the_table_says(stored, code, shown, marks):
    content = workbook(cell(stored, 1), formats=(code or "General",))

    (table,) = read_tables("a.xlsx", content)

    expected = frozenset(Mark[name] for name in marks.split())
    assert table.rows == [(shown,)]
    assert table.marks == ({(0, 0): expected} if expected else {})

"""Files that other programs made are read, or refused with what to do instead."""

from pathlib import Path

import pytest
import yaml

from plans.decimals import decimal_text
from plans.tables import FileError, Mark, read_tables
from plans.tables.workbook.grid import place_of
from tests.corpus.portal_files import ADMIN_FILES, COLUMNS, PORTAL_FILES, ROWS

SAVED = ("lo-saved-portal", "lo-saved-admin")
HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases/files.yaml").read_text(encoding="utf-8"))
# What a person who opens a CSV file in a spreadsheet program loses before we see it.
CHANGED_BY_OPENING = {"001": "1", "1E5": "100000"}


def read(name):
    return read_tables(name, (HERE / "files" / name).read_bytes())


def with_names(key):
    return [pytest.param(case, id=case["file"]) for case in CASES if key in case]


@pytest.mark.parametrize("case", with_names("rows"))
def test_a_made_file_is_read_cell_by_cell(case):
    (table,) = read(case["file"])

    marks = {
        place_of(place): frozenset(Mark[name] for name in names)
        for place, names in case.get("marks", {}).items()
    }
    assert table.rows == [tuple(row) for row in case["rows"]]
    assert table.marks == marks
    assert table.sheet == case.get("sheet", "")
    assert list(table.notices) == case.get("notices", [])


@pytest.mark.parametrize("case", with_names("refused"))
def test_a_made_file_is_refused_with_what_to_do(case):
    with pytest.raises(FileError, match=case["refused"]) as caught:
        read(case["file"])

    assert str(caught.value).endswith("ください。")


def test_every_file_has_its_case():
    files = {path.name for path in (HERE / "files").iterdir()}
    saved = {name for name in files if name.startswith(SAVED)}

    ours = {*PORTAL_FILES, *ADMIN_FILES}
    assert files == {case["file"] for case in CASES} | saved | ours


@pytest.mark.parametrize(
    "name", [*PORTAL_FILES, "lo-saved-portal-xlsx.xlsx", "lo-saved-portal-xlsx.csv"]
)
def test_what_the_portal_wrote_comes_back_unchanged(name):
    (table,) = read(name)

    assert table.rows == [tuple(column.heading for column in COLUMNS), *written()]


@pytest.mark.parametrize("kind", ["csv", "cp932-csv"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_program_that_opens_our_csv_runs_no_formula(kind, ending):
    (table,) = read(f"lo-saved-portal-{kind}.{ending}")

    texts = [row[1] for row in table.rows[1:]]
    assert texts == [CHANGED_BY_OPENING.get(row[1], row[1]) for row in written()]
    assert not any(Mark.FORMULA in marks for marks in table.marks.values())


def written():
    return [
        (code, text, decimal_text(number), state) for code, text, number, state in ROWS
    ]

"""CSV files of any office are read, or refused with what to do instead."""

from pathlib import Path

import pytest
import yaml

from plans.tables import FileError, read_tables

PATH = Path(__file__).parent / "cases/csv.yaml"
CASES = yaml.safe_load(PATH.read_text(encoding="utf-8"))


def content(case) -> bytes:
    if "bytes" in case:
        return (
            case["bytes"].encode("latin-1").decode("unicode_escape").encode("latin-1")
        )
    return case["text"].encode(case.get("encoding", "utf-8"))


def read(case):
    return read_tables("実績.csv", content(case), headings=case.get("headings"))


def with_names(key):
    return [pytest.param(case, id=case["name"]) for case in CASES if key in case]


@pytest.mark.parametrize("case", with_names("rows"))
def test_a_file_is_read_cell_by_cell(case):
    (table,) = read(case)

    assert table.rows == [tuple(row) for row in case["rows"]]
    assert (table.sheet, table.marks, table.notices) == ("", {}, ())


@pytest.mark.parametrize("case", with_names("refused"))
def test_a_file_is_refused_with_what_to_do(case):
    with pytest.raises(FileError, match=case["refused"]) as caught:
        read(case)

    assert str(caught.value).endswith("ください。")


def test_every_case_has_a_name_of_its_own_and_one_outcome():
    names = [case["name"] for case in CASES]

    assert len(names) == len(set(names))
    assert all(("rows" in case) != ("refused" in case) for case in CASES)

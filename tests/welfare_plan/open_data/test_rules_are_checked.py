"""The check of the rules finds each way in which a file can break them."""

import pytest

from tests.welfare_plan.open_data.machine_readability import (
    faults_of_csv,
    faults_of_years,
)
from welfare_plan.open_data.fields import Field, Table

TABLE = Table(
    name="values",
    label="値",
    description="",
    fields=(
        Field("municipality_code", "コード"),
        Field("id", "番号", required=True),
        Field("fiscal_year", "年度", "integer"),
        Field("fiscal_year_wareki", "和暦"),
        Field("value", "値", "number"),
        Field("unit", "単位"),
        Field("value_state", "状態", codes="value_state"),
        Field("sample", "サンプル", "boolean"),
        Field("published_on", "日", "date"),
        Field("published_at", "日時", "datetime"),
        Field("page_url", "ページ", "url"),
    ),
    rows=lambda scope: (),
    primary_key=("id",),
)
MOMENT = "2026-09-01T12:00:00+09:00"
GOOD = [
    *("012345", "a", "2025", "令和7年度", "-5.5", "人", ""),
    *("true", "2026-09-01", MOMENT, "/data/"),
]


def file_of(*rows, names=TABLE.names):
    lines = [",".join(cells) for cells in (names, *rows)]
    return ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()


def with_cell(name, text):
    row = list(GOOD)
    row[TABLE.names.index(name)] = text
    return file_of(row)


def test_a_file_that_obeys_has_no_faults():
    empty = [*GOOD[:4], "", "", "suppressed", *GOOD[7:]]
    other = [empty[0], "b", *empty[2:]]

    assert faults_of_csv(file_of(GOOD, other), TABLE) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (file_of(GOOD)[3:], "no BOM"),
        (file_of(GOOD).decode("utf-8-sig").encode("cp932"), "not UTF-8"),
        (file_of(GOOD)[:-2], "last line"),
        (file_of(GOOD).replace(b"\r\n", b"\n"), "not CRLF"),
        (with_cell("unit", '"人\nと"'), "not CRLF"),
        (with_cell("unit", "\ufeff人"), "second BOM"),
        (file_of(GOOD, names=["表の題"]), "row 1"),
        (file_of([]), "row 2 has"),
        (file_of(GOOD[:-1]), "row 2 has 10 cells"),
        (file_of(GOOD, GOOD), "comes twice"),
        (with_cell("id", ""), "id: empty"),
        (with_cell("unit", '"人\r\nと"'), "a line break"),
        (with_cell("unit", "人\t"), "control character"),
        (with_cell("unit", " 人"), "a blank at an end"),
        (with_cell("value", '"1,100"'), "is no number"),
        (with_cell("value", "30.2%"), "is no number"),
        (with_cell("value", "5人"), "is no number"),
        (with_cell("value", "５"), "is no number"),
        (with_cell("value", "−5"), "is no number"),
        (with_cell("value", "1E+3"), "is no number"),
        (with_cell("value", ""), "neither a value"),
        (with_cell("value_state", "suppressed"), "or both"),
        (with_cell("value_state", "秘匿"), "not in the list"),
        (with_cell("unit", ""), "without a unit"),
        (with_cell("fiscal_year", "R7"), "is no integer"),
        (with_cell("fiscal_year_wareki", "令和8年度"), "is not 令和8年度"),
        (with_cell("municipality_code", "12345"), "no municipality code"),
        (with_cell("sample", "はい"), "is no boolean"),
        (with_cell("published_on", "2026/9/1"), "is no date"),
        (with_cell("published_at", "2026-09-01 12:00"), "is no datetime"),
        (with_cell("page_url", "ページ"), "is no url"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_breach_is_found(data, said):
    faults = faults_of_csv(data, TABLE)

    assert any(said in fault for fault in faults), faults


def test_a_year_without_the_era_is_found():
    table = Table(
        name="a",
        label="",
        description="",
        fields=(Field("goal_fiscal_year", "年度", "integer"), Field("b", "")),
        rows=lambda scope: (),
        primary_key=("b",),
    )

    assert faults_of_years(table) == [
        "goal_fiscal_year has no column in the era beside it"
    ]

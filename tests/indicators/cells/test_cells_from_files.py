"""Awkward cells mean the same whether typed on a screen or sent in a file."""

import re

import pytest

from plans.tables import Column, Sheet, read_tables, write_csv, write_xlsx
from tests.indicators.cells.corpus import awkward_cells

COLUMNS = [Column("何の欄"), Column("実績値")]
# These are signs of a wrong encoding: a file that holds them is refused as a whole.
RUBBISH = re.compile("[\0\x1b\ue000-\uf8ff]")
ROWS = [
    (cell.what_for, cell.raw)
    for cell in awkward_cells()
    if not RUBBISH.search(cell.raw)
]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(write_csv(COLUMNS, ROWS), id="CSV"),
        pytest.param(write_xlsx([Sheet("実績", COLUMNS, ROWS)]), id="Excel"),
    ],
)
def test_every_awkward_cell_arrives_as_it_was_typed(content):
    (table,) = read_tables("実績", content)

    assert table.rows[1:] == ROWS

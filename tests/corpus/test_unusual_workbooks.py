"""Workbooks of all kinds of programs are read as a person sees them."""

import pytest

from plans.tables import read_tables
from tests.corpus.unusual_workbooks import UNUSUAL


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_unusual_workbook_is_read_as_a_person_sees_it(name):
    make, rows = UNUSUAL[name]

    (table,) = read_tables("実績.xlsx", make())

    assert table.rows == rows

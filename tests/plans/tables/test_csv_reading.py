"""CSV that is read: limits that are the reader's own."""

import csv

import pytest

from plans.tables import FileError
from plans.tables.csv_reading import read_csv
from plans.tables.limits import LONGEST_CELL


@pytest.fixture
def no_limit_of_the_process():
    """As other code of the same process may set it."""
    before = csv.field_size_limit(10 * LONGEST_CELL)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("no_limit_of_the_process")
def test_a_cell_that_is_too_long_is_refused_whatever_the_process_allows():
    longest = b"1" * LONGEST_CELL

    assert read_csv(longest + b",2\n", None).rows == [(longest.decode(), "2")]
    with pytest.raises(FileError, match="長すぎるセル"):
        read_csv(longest + b"1,2\n", None)

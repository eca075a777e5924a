"""Reads a file, whatever program made it."""

from collections.abc import Collection

from plans.tables.csv_reading import read_csv
from plans.tables.values import Table


def read_tables(
    file_name: str, content: bytes, headings: Collection[str] | None = None
) -> list[Table]:
    """The sheets of a file that a person can see. Raises FileError, in words.

    `headings` are words of which at least two must stand in the first 20 rows of a CSV
    file, which is how a wrongly guessed encoding is noticed. Rows are equally long;
    cells are not stripped.
    """
    return [read_csv(content, headings)]

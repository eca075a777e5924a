"""Reads a file, whatever program made it."""

from collections.abc import Collection
from dataclasses import replace

from plans.tables.csv_reading import read_csv
from plans.tables.limits import refuse_large_file
from plans.tables.signatures import is_zip, refuse_what_is_no_table
from plans.tables.values import Table
from plans.tables.workbook.reading import read_workbook


def read_tables(
    file_name: str, content: bytes, headings: Collection[str] | None = None
) -> list[Table]:
    """The sheets of a file that a person can see. Raises FileError, in words.

    `headings` are words of which at least two must stand in the first 20 rows of a CSV
    file, which is how a wrongly guessed encoding is noticed. The rows of a table are
    equally long; cells are not stripped. A percentage has all its digits, not only
    those that its format shows, so that nothing is rounded unseen.
    """
    refuse_large_file(content)
    refuse_what_is_no_table(content)
    if is_zip(content):
        return read_workbook(content)
    table = read_csv(content, headings)
    if file_name.lower().endswith((".xlsx", ".xls", ".xlsm")):
        said = "ファイルの名前はExcelですが、中身はCSVなので、CSVとして読みました。"
        table = replace(table, notices=(said,))
    return [table]

"""Tables in files as offices make them: CSV and Excel, read and written. Pure.

`read_tables` gives what a file says, cell by cell, as text; what a cell means is for
others to say (`indicators.cells`, `plans.written_years`). `write_xlsx` and `write_csv`
take the same `Column`s and rows; what they write reads back as the same texts.
"""

from plans.tables.headings import same_word
from plans.tables.reading import read_tables
from plans.tables.sheets import GENERAL, TEXT, Column, Sheet
from plans.tables.values import FileError, Mark, Table
from plans.tables.writing import write_csv, write_xlsx

__all__ = [
    "GENERAL",
    "TEXT",
    "Column",
    "FileError",
    "Mark",
    "Sheet",
    "Table",
    "read_tables",
    "same_word",
    "write_csv",
    "write_xlsx",
]

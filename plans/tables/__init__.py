"""Tables in files as offices make them: CSV and Excel, read and written. Pure.

`read_tables` gives what a file says, cell by cell, as text; what a cell means is for
others to say (`indicators.cells`, `plans.written_years`).
"""

from plans.tables.values import FileError, Mark, Table

__all__ = ["FileError", "Mark", "Table"]

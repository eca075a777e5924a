"""Files for offices: Excel workbooks, and CSV that Excel opens as it is."""

from plans.tables.csv_writing import Encoding, write_csv
from plans.tables.workbook.writing import write_xlsx

__all__ = ["Encoding", "write_csv", "write_xlsx"]

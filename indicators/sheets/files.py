"""The files that the screens of the sheet hand out."""

from dataclasses import dataclass

from indicators.models import SheetImport
from indicators.sheets.asked import Asked
from indicators.sheets.columns import SHEET_NAMES
from indicators.sheets.confirming import plan_now
from indicators.sheets.download import sheets_of, workbook
from indicators.ticked import whole_number
from plans.fiscal_year import short_text
from plans.tables import Column, write_csv

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = {"csv": ("utf-8-sig", "utf-8"), "cp932": ("cp932", "shift_jis")}
_ERROR_COLUMNS = tuple(
    Column(heading)
    for heading in ("シート", "行", "コード", "列", "書かれていたこと", "直し方")
)


class NoSuchFile(LookupError):
    """Nothing is known under the wanted name."""


@dataclass(frozen=True)
class File:
    name: str
    content: bytes
    media_type: str


def sheet_file(asked: Asked, today, query) -> File:
    """The workbook, or one kind of sheet as CSV. Raises FileError for odd signs."""
    wanted, kind = query.get("format", "xlsx"), query.get("kind", "")
    department = whole_number(query.get("department", ""))
    sheets = sheets_of(asked, today, department=department)
    start = f"{asked.round.publisher.name}_{short_text(asked.year)}"
    if wanted == "xlsx" and sheets:
        return File(f"{start}_実績と評価.xlsx", workbook(sheets), _XLSX)
    found = [sheet for sheet in sheets if sheet.kind == kind]
    if wanted not in _CSV or not found:
        raise NoSuchFile
    encoding, charset = _CSV[wanted]
    content = write_csv(found[0].columns, found[0].rows, encoding)
    return File(
        f"{start}_{SHEET_NAMES[kind]}.csv", content, f"text/csv; charset={charset}"
    )


def error_file(imported: SheetImport, person) -> File:
    """The mistakes of an import, one a line, to be mended beside the sheet."""
    plan = plan_now(imported, Asked(imported.round, person))
    rows = [
        [
            row.row.sheet,
            str(row.row.number),
            row.code,
            mistake.heading,
            mistake.typed,
            mistake.sentence,
        ]
        for row in plan.rows
        for mistake in row.mistakes
    ]
    content = write_csv(_ERROR_COLUMNS, rows)
    return File(
        f"直すところ_{imported.file_name}.csv", content, "text/csv; charset=utf-8"
    )

"""The files of a scope: their names, what they are, and how each is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from welfare_plan.open_data.descriptions.catalogue import write_catalogue
from welfare_plan.open_data.descriptions.package import PACKAGE, write_package
from welfare_plan.open_data.fields import Table
from welfare_plan.open_data.formats.csv_file import write_csv
from welfare_plan.open_data.formats.json_file import write_json
from welfare_plan.open_data.formats.steady_zip import SteadyZip
from welfare_plan.open_data.formats.workbook import write_workbook
from welfare_plan.open_data.schema import TABLES, TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.sheets import about_sheets

CSV = "text/csv; charset=utf-8; header=present"
JSON = "application/json; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
WORKBOOK, ALL_CSV = "plan.xlsx", "csv.zip"
JSON_LD = "application/ld+json"


@dataclass(frozen=True)
class Download:
    """`name` ends its address; `label` is what people call it."""

    name: str
    label: str
    content_type: str
    write: Callable[[BinaryIO, Scope], None]


def download_named(name: str, scope: Scope) -> Download | None:
    """None where the scope has no such file."""
    if name == WORKBOOK and scope.plan:
        return Download(name, "すべての表", XLSX, _write_workbook)
    if name == ALL_CSV:
        return Download(name, "すべての表", ZIP, _write_zip)
    if name == PACKAGE:
        return Download(name, "表の説明（Data Package）", JSON, write_package)
    table_name, _, kind = name.rpartition(".")
    if table_name not in TABLES_BY_NAME or kind not in _OF_TABLE:
        return None
    table = TABLES_BY_NAME[table_name]
    write, content_type = _OF_TABLE[kind]
    return Download(
        name, table.label, content_type, partial(_write_table, write, table)
    )


_OF_TABLE = {"csv": (write_csv, CSV), "json": (write_json, JSON)}


def names_of(scope: Scope) -> list[str]:
    """Every file of a scope."""
    names = [f"{table.name}.{kind}" for table in TABLES for kind in _OF_TABLE]
    return [*names, PACKAGE, ALL_CSV, *([WORKBOOK] if scope.plan else [])]


# All that is there, for portals that gather catalogues; it has an address of its own.
CATALOGUE = Download("catalog.jsonld", "目録（DCAT）", JSON_LD, write_catalogue)


def _write_table(write, table: Table, out: BinaryIO, scope: Scope) -> None:
    write(out, table, table.rows(scope))


def _write_zip(out: BinaryIO, scope: Scope) -> None:
    with SteadyZip(out) as archive:
        with archive.member(PACKAGE) as member:
            write_package(member, scope)
        for table in TABLES:
            with archive.member(f"{table.name}.csv") as member:
                write_csv(member, table, table.rows(scope))


def _write_workbook(out: BinaryIO, scope: Scope) -> None:
    tables = [(table, table.rows(scope)) for table in TABLES]
    write_workbook(out, str(scope.plan), [*tables, *about_sheets(scope)])

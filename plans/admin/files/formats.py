"""The formats of files, all written by `plans.tables`."""

from import_export.formats.base_formats import Format

from plans.tables import Sheet, write_csv, write_xlsx
from plans.tables.cp932 import geta_text


class OfficeFormat(Format):
    """`export_data` takes the columns and the name of the sheet beside the rows."""

    name, label, extension, content_type = "", "", "", ""

    def get_title(self):
        return self.label

    def get_extension(self):
        return self.extension

    def get_content_type(self):
        return self.content_type

    def can_export(self):
        return True


class Excel(OfficeFormat):
    name, label, extension = "xlsx", "Excel（直して戻すときは、これを選びます）", "xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def export_data(self, dataset, *, columns=(), sheet="", **kwargs):
        return write_xlsx([Sheet(sheet, columns, list(dataset))])


class CSV(OfficeFormat):
    name, label, extension = "csv", "CSV UTF-8", "csv"
    content_type = "text/csv; charset=utf-8"
    encoding = "utf-8-sig"

    def export_data(self, dataset, *, columns=(), **kwargs):
        return write_csv(columns, list(dataset), self.encoding)


class OldCSV(CSV):
    name, label = "cp932", "CSV シフトJIS（古いソフト用）"
    content_type = "text/csv; charset=shift_jis"
    encoding = "cp932"

    def export_data(self, dataset, **kwargs):
        rows = [[_in_cp932(cell) for cell in row] for row in dataset]
        return super().export_data(rows, **kwargs)


def _in_cp932(cell):
    return geta_text(cell) if isinstance(cell, str) else cell


FORMATS = {each.name: each for each in (Excel, CSV, OldCSV)}

"""The blank workbook of a new plan, with a sheet that explains every column."""

from plans.tables import Column, Sheet, write_xlsx
from welfare_plan.new_plans.sheets import GUIDE, SHEETS

FILE_NAME = "新しい計画のひな形.xlsx"
_EXPLAINED = (
    Column("シート", 12),
    Column("列", 24),
    Column("必ず書くか", 12),
    Column("書くこと", 60),
    Column("記入例", 36),
)


def template() -> bytes:
    blank = [Sheet(each.name, [_column(f) for f in each.fields], []) for each in SHEETS]
    return write_xlsx([*blank, Sheet(GUIDE, _EXPLAINED, _explanations())])


def _column(field):
    said = f"{_must(field)}{field.note}".strip()
    note = f"{said}（記入例：{field.example}）" if field.example else said
    return Column(field.heading, field.width, choices=tuple(field.choices), note=note)


def _must(field):
    return "必ず書きます。" if field.is_required else ""


def _explanations():
    yield ("", "", "", "各シートの2行目から書きます。このシートは読みません。", "")
    for sheet in SHEETS:
        for field in sheet.fields:
            must = "必ず" if field.is_required else ""
            options = "・".join(field.choices)
            said = field.note + (f"{options}から選びます。" if options else "")
            yield (sheet.name, field.heading, must, said, field.example)

"""What a workbook says beside its tables: its columns, and the terms of use."""

from collections.abc import Iterator

from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.kinds import KIND_WORDS
from welfare_plan.open_data.schema import TABLES
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.terms import terms_of

DICTIONARY = Table(
    name="dictionary",
    label="データの説明",
    description="このブックの表と列の説明です。",
    fields=(
        Field("table", "表の名前", required=True),
        Field("table_label", "表の日本語の名前", required=True),
        Field("field", "列の名前", required=True),
        Field("field_label", "列の日本語の名前", required=True),
        Field("kind", "値の種類", required=True),
        Field("unit", "単位"),
        Field("required", "空欄がない", "boolean", required=True),
        Field("code_list", "コードの一覧の名前"),
        Field("description", "説明"),
    ),
    rows=lambda scope: _dictionary(),
    primary_key=("table", "field"),
)
TERMS = Table(
    name="terms",
    label="利用条件",
    description="このブックを使う条件と、出典の書き方です。",
    fields=(
        Field("publisher", "団体", required=True),
        Field("licence", "利用条件", required=True),
        Field("licence_url", "利用条件のページ", "url"),
        Field("citation", "出典の書き方"),
    ),
    rows=lambda scope: _terms(scope),
    primary_key=("publisher", "citation"),
)


def about_sheets(scope: Scope) -> list[tuple[Table, Iterator[tuple]]]:
    return [(table, table.rows(scope)) for table in (DICTIONARY, TERMS)]


def _dictionary() -> Iterator[tuple]:
    for table in TABLES:
        for field in table.fields:
            yield (
                table.name,
                table.label,
                field.name,
                field.label,
                KIND_WORDS[field.kind],
                field.unit,
                field.required,
                field.codes,
                field.description,
            )


def _terms(scope: Scope) -> Iterator[tuple]:
    for body in terms_of([scope.plan]):
        for citation in body["citations"] or [""]:
            yield (
                body["name"],
                body["licence"] or body["unset"],
                body["licence_url"],
                citation,
            )

"""Columns: a field of a table together with where its values are read.

    own = columns_of(Measure)
    COLUMNS = (
        *plan_columns(),
        own("title"),
        column("policy_id", "基本方針のID", "plan__slug", "policy__code", make=part_id),
    )

so that no row can fall out of step with the fields. `read` streams the rows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.conf import settings
from django.db import connection, models
from django.db.models import Model, QuerySet
from django.db.models.functions import Collate
from django.urls import reverse

from plans.fiscal_year import era_text
from welfare_plan.open_data.fields import Field, ForeignKey, Kind, Table

CHUNK = 2_000
_KINDS: tuple[tuple[type, Kind], ...] = (
    (models.BooleanField, "boolean"),
    (models.IntegerField, "integer"),
    (models.DecimalField, "number"),
    (models.DateTimeField, "datetime"),
    (models.DateField, "date"),
)


@dataclass(frozen=True)
class Column:
    """`make` is given the values of the paths; None: the one value as it is stored."""

    field: Field
    paths: tuple[str, ...]
    make: Callable | None = None


def column(
    name: str, label: str, *paths: str, make: Callable | None = None, **options
) -> Column:
    """A column of its own name; the options are those of Field."""
    return Column(Field(name, label, **options), paths or (name,), make)


def columns_of(model: type[Model], start: str = "") -> Callable[..., Column]:
    """Makes columns that are described as the fields of a model are.

    `start` leads from the rows that are read to the model. Options replace what the
    model says: `own("kind", codes="section_kind")`.
    """

    def own(name: str, *, of: str = "", path: str = "", **options) -> Column:
        field = model._meta.get_field(of or name)
        described = {
            "label": str(field.verbose_name),
            "kind": _kind_of(field),
            "required": not (field.blank or field.null),
        }
        return Column(
            Field(name, **{**described, **options}), (path or f"{start}{field.name}",)
        )

    return own


def _kind_of(field) -> Kind:
    kinds = (kind for type_, kind in _KINDS if isinstance(field, type_))
    return next(kinds, "string")


def plan_columns(path: str = "plan") -> tuple[Column, ...]:
    """Whose plan a row belongs to: the first columns of nearly every table."""
    start = f"{path}__" if path else ""
    return (
        column(
            "municipality_code",
            "全国地方公共団体コード",
            f"{start}publisher__municipality_code",
            description="6桁。団体が入力するまで空欄です。",
        ),
        column(
            "municipality_name",
            "市区町村の名前",
            f"{start}area_name",
            description="計画の本文に出てくる市や区の名前です。",
            required=True,
        ),
        column(
            "plan_id",
            "計画のID",
            f"{start}slug",
            description="計画のアドレスと同じ名前です。",
            required=True,
        ),
    )


PLAN_KEY = ForeignKey(("plan_id",), "plans", ("plan_id",))


def part_id(plan: str, code: str | None) -> str:
    """kashiwa/1-1: the code of a record with its plan, as no other plan has it."""
    return f"{plan}/{code}" if code else ""


def part_columns(
    word: str, label: str, plan: str = "plan", code: str = "code"
) -> tuple[Column, ...]:
    """The id and the code of the record that a row is about."""
    return (
        reference(f"{word}_id", f"{label}のID", plan, code, required=True),
        column(
            f"{word}_code",
            f"{label}のコード",
            code,
            description="計画の中で同じものはなく、公開したあとは変わりません。",
            required=True,
        ),
    )


def reference(
    name: str, label: str, plan: str = "plan", code: str = "code", **options
) -> Column:
    """The id of a record, made of its plan and its code."""
    described = {
        "description": "計画のIDとコードを「/」でつないだものです。",
        **options,
    }
    return column(name, label, f"{plan}__slug", code, make=part_id, **described)


def year_columns(
    name: str, label: str, path: str = "", *, required: bool = True
) -> tuple[Column, ...]:
    """A fiscal year, by the western year of its April, and in the Japanese era."""
    path = path or name
    return (
        column(
            name,
            label,
            path,
            kind="integer",
            description="4月が入る年の西暦です。2025は令和7年度です。",
            required=required,
        ),
        column(
            f"{name}_wareki",
            f"{label}（和暦）",
            path,
            make=_wareki,
            description="年度を元号で書いたものです。",
            required=required,
        ),
    )


def _wareki(year):
    return era_text(year) if year else ""


def page_column(view: str, *paths: str) -> Column:
    """The address of the page of a record on this site."""
    return column(
        "page_url",
        "このサイトのページ",
        *(paths or ("plan__slug", "code")),
        make=lambda *arguments: page_url(view, *arguments),
        kind="url",
        required=True,
    )


def page_url(view: str, *arguments) -> str:
    return absolute(reverse(view, args=arguments))


def absolute(path: str) -> str:
    """An address of this site with its host, where that is known."""
    return settings.SITE_URL.rstrip("/") + path


def sample_column(path: str = "is_sample") -> Column:
    return column(
        "sample",
        "サンプル値",
        path,
        kind="boolean",
        description="trueは、試しに使うための作りものの値です。実際の値ではありません。",
        required=True,
    )


ORDER = column(
    "order",
    "並び順",
    "position",
    kind="integer",
    description="計画の中で並べる順です。",
    required=True,
)


@dataclass(frozen=True, kw_only=True)
class StoredTable(Table):
    """A table whose rows are those of a queryset, which others may narrow."""

    columns: tuple[Column, ...]
    stored: Callable[..., QuerySet]


def table(
    *,
    columns: Sequence[Column],
    rows: Callable[..., QuerySet],
    **options,
) -> StoredTable:
    """A table whose rows are those of a queryset, which `rows` gives for a scope."""
    return StoredTable(
        fields=tuple(each.field for each in columns),
        rows=lambda scope: read(rows(scope), columns),
        columns=tuple(columns),
        stored=rows,
        **options,
    )


def read(rows: QuerySet, columns: Sequence[Column]) -> Iterator[tuple]:
    """The values of the columns, row by row, in bounded memory."""
    paths = list(dict.fromkeys(path for each in columns for path in each.paths))
    places = {path: place for place, path in enumerate(paths)}
    makers = [_maker(each, places) for each in columns]
    for row in rows.values_list(*paths).iterator(chunk_size=CHUNK):
        yield tuple([make(row) for make in makers])


def _maker(each, places):
    where = [places[path] for path in each.paths]
    if each.make is None:
        return itemgetter(*where)
    make = each.make
    if len(where) == 1:
        (only,) = where
        return lambda row: make(row[only])
    pick = itemgetter(*where)
    return lambda row: make(*pick(row))


def in_order(*paths: str) -> list:
    """For order_by: names of text in the order of their bytes.

    Databases order text by rules of their own; files shall be the same on all.
    """
    binary = "C" if connection.vendor == "postgresql" else "BINARY"
    return [Collate(path, binary) if path.endswith(_TEXTS) else path for path in paths]


_TEXTS = ("slug", "code")
PART_ORDER = ("plan__position", "plan__slug", "position", "code")

"""計画に共通のもの: departments, themes and the lists of codes."""

from collections.abc import Iterator

from django.db.models import Case, F, Q, When

from indicators.models import Target
from initiatives.models import CocreationAction, Department, Initiative
from plans.models import BasicPolicy, ConsultationWindow, Measure, SiteTerm, Theme
from plans.prose import lines
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.columns import (
    PLAN_KEY,
    column,
    columns_of,
    in_order,
    part_id,
    plan_columns,
    read,
    reference,
    table,
    year_columns,
)
from welfare_plan.open_data.fields import Field, ForeignKey, Table
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.levels import parts_of


def _departments(scope: Scope):
    """Those that public records name, and those that their pages name after them."""
    in_charge = Q(pk__in=_in_charge(Initiative, scope)) | Q(
        pk__in=_in_charge(Target, scope)
    )
    has_ended = in_charge & Q(valid_to_fy__isnull=False)
    followers = Department.objects.filter(has_ended).order_by().values("successor")
    return (
        Department.objects.filter(in_charge | Q(pk__in=followers))
        .annotate(
            public_successor_code=Case(When(has_ended, then=F("successor__code")))
        )
        .order_by(*in_order("publisher__slug", "code"))
    )


def _in_charge(model, scope):
    rows = model.objects.filter(scope.within("plan"), department__isnull=False)
    return rows.order_by().values("department")


_department = columns_of(Department)
DEPARTMENTS = table(
    name="departments",
    label="担当課",
    description="取組や目標を担当する課です。組織が変わった年度と、引き継いだ課も示します。",
    columns=(
        column(
            "department_id",
            "担当課のID",
            "publisher__slug",
            "code",
            make=part_id,
            description="発行者のIDと課のコードを「/」でつないだものです。",
            required=True,
        ),
        column("publisher_id", "発行者のID", "publisher__slug", required=True),
        _department("name"),
        *year_columns(
            "valid_from_fiscal_year", "最初の年度", "valid_from_fy", required=False
        ),
        *year_columns(
            "valid_to_fiscal_year", "最後の年度", "valid_to_fy", required=False
        ),
        column(
            "successor_department_id",
            "引き継いだ課のID",
            "successor__publisher__slug",
            "public_successor_code",
            make=part_id,
        ),
    ),
    rows=_departments,
    primary_key=("department_id",),
    foreign_keys=(
        ForeignKey(("successor_department_id",), "departments", ("department_id",)),
    ),
)

_theme = columns_of(Theme)
THEMES = table(
    name="themes",
    label="テーマ",
    description="暮らしの場面から計画を読むための、このサイトのテーマです。",
    columns=(
        column("theme_id", "テーマのID", "slug", required=True),
        _theme("name"),
        _theme("reading"),
        _theme("description"),
        column("order", "並び順", "position", kind="integer", required=True),
    ),
    rows=lambda scope: Theme.objects.order_by(*in_order("position", "slug")),
    primary_key=("theme_id",),
)

_term = columns_of(SiteTerm)
_TERM = (
    column("term_id", "言葉のID", "slug", required=True),
    _term("term"),
    _term("reading"),
    _term("meaning"),
    column("other_forms", "ほかの書き方"),
)


def _site_terms(scope: Scope) -> Iterator[tuple]:
    """One row for each way of writing: a text holds one of them a line."""
    for *row, other_forms in read(SiteTerm.objects.order_by(*in_order("slug")), _TERM):
        key, term, reading, meaning = row
        for number, form in enumerate([term, *lines(other_forms)], start=1):
            yield (key, number, form, number > 1, term, reading, meaning)


SITE_TERMS = Table(
    name="site_terms",
    label="このサイトの言葉",
    description=(
        "計画に説明のない言葉などの、このサイトによる説明です。計画の言葉ではありません。"
        "1行が、言葉1つの書き方1つです。"
    ),
    fields=(
        _TERM[0].field,
        Field("form_number", "書き方の番号", "integer", required=True),
        Field("form", "書き方", required=True),
        Field("is_other_form", "ほかの書き方", "boolean", required=True),
        *(each.field for each in _TERM[1:4]),
    ),
    rows=_site_terms,
    primary_key=("term_id", "form_number"),
)

_THEMED = {
    "policies": BasicPolicy,
    "measures": Measure,
    "initiatives": Initiative,
    "actions": CocreationAction,
    "windows": ConsultationWindow,
}
_RECORD = (*plan_columns(), reference("record_id", "記録のID", required=True))


def _record_themes(scope: Scope) -> Iterator[tuple]:
    """One row for each theme of each record: a column holds several."""
    for name, model in _THEMED.items():
        rows = parts_of(model)(scope).exclude(themes="")
        for *record, themes in read(rows, (*_RECORD, column("themes", "テーマ"))):
            for theme in themes.split():
                yield (*record[:-1], name, record[-1], theme)


RECORD_THEMES = Table(
    name="record_themes",
    label="記録のテーマ",
    description="どの記録がどのテーマに入るかです。1行が、記録1つのテーマ1つです。",
    fields=(
        *(each.field for each in _RECORD[:-1]),
        Field("record_table", "記録のある表", required=True, codes="theme_table"),
        _RECORD[-1].field,
        Field("theme_id", "テーマのID", required=True),
    ),
    rows=_record_themes,
    primary_key=("record_table", "record_id", "theme_id"),
    foreign_keys=(PLAN_KEY, ForeignKey(("theme_id",), "themes", ("theme_id",))),
)


def _codes(scope: Scope) -> Iterator[tuple]:
    for each in CODE_LISTS.values():
        for code, word in each.entries.items():
            yield (each.name, each.label, code, word)


CODES = Table(
    name="codes",
    label="コードと意味",
    description="ほかの表の列に出てくるコードと、その意味です。",
    fields=(
        Field("code_list", "一覧の名前", required=True),
        Field("code_list_label", "一覧の日本語の名前", required=True),
        Field("code", "コード", required=True),
        Field("label", "意味", required=True),
    ),
    rows=_codes,
    primary_key=("code_list", "code"),
)

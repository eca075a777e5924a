"""実績: what was published of each target and fiscal year, with its judgement."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from indicators.models import PublishedValue
from welfare_plan.open_data import frozen
from welfare_plan.open_data.columns import (
    PART_ORDER,
    PLAN_KEY,
    Column,
    column,
    columns_of,
    in_order,
    sample_column,
    table,
    year_columns,
)
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.targets import (
    TARGET_KEY,
    in_charge,
    target_columns,
)

TARGET = "observation__target__"
_own = columns_of(PublishedValue)


def published(scope: Scope) -> QuerySet:
    """Every publication, in the order of targets, years and revisions."""
    order = [f"{TARGET}{path}" for path in PART_ORDER]
    return PublishedValue.objects.filter(scope.within(f"{TARGET}plan")).order_by(
        *in_order(*order, "observation__fiscal_year", "revision")
    )


def others() -> QuerySet:
    """The publications of the same value."""
    return PublishedValue.objects.filter(observation=OuterRef("observation")).order_by()


def _newest(scope: Scope):
    newer = others().filter(revision__gt=OuterRef("revision"))
    first = others().filter(revision=1).values("published_at")
    return (
        published(scope)
        .filter(~Exists(newer))
        .annotate(first_published_at=Subquery(first[:1]), **in_charge(TARGET))
    )


def _value(value, state):
    """A state says that there is no number to show."""
    return None if state else value


def _revised_on(revision, moment):
    return timezone.localdate(moment) if revision > 1 else None


def about_columns() -> tuple[Column, ...]:
    """What a value is about: the target and the year."""
    return (
        *target_columns(TARGET),
        column(
            "target_name",
            "取組目標の名称",
            f"{TARGET}name",
            f"{TARGET}goal_text",
            make=lambda name, goal_text: name or goal_text,
            description="名称の印刷がない目標では、言葉による目標です。",
            required=True,
        ),
    )


def unit_column() -> Column:
    return column("unit", "単位", "terms", make=frozen.unit)


EXPECTED = column(
    "expected_value",
    "目安",
    "expected_text",
    make=frozen.expected_value,
    kind="number",
    description="同じ歩幅で進んだときのその年度の値です。単位は列unitと同じです。",
)
STATUS = _own("auto_status", of="status", codes="auto_status", label="自動判定")
STATUS_REASON = _own("auto_status_reason", of="status_why", codes="status_reason")
RULE_VERSION = _own("rule_version")
PROGRESS = "基準値を0、目標値を100とした割合です。計算しない判定では空欄です。"

OBSERVATIONS = table(
    name="observations",
    label="実績値",
    description=(
        "公表した実績と自動判定です。1行が、目標1つの年度1つです。"
        "判定と目安は公表したときのもので、あとから計算し直しません。"
    ),
    columns=(
        *about_columns(),
        column("department", "担当課", "in_charge__name"),
        *year_columns("fiscal_year", "年度", "observation__fiscal_year"),
        column(
            "value",
            "実績値",
            *("value", "value_state"),
            make=_value,
            kind="number",
            description="空欄は0ではありません。空欄の理由は列value_stateにあります。",
        ),
        unit_column(),
        _own("value_state", codes="value_state"),
        _own("provisional", required=True),
        EXPECTED,
        column(
            "progress_pct",
            "進捗率",
            "progress_text",
            make=frozen.progress_pct,
            kind="number",
            description=PROGRESS,
            unit="%",
        ),
        STATUS,
        RULE_VERSION,
        _own("note"),
        column(
            "published_on",
            "公表した日",
            "first_published_at",
            make=timezone.localdate,
            kind="date",
            required=True,
        ),
        column(
            "revised_on",
            "更新した日",
            *("revision", "published_at"),
            make=_revised_on,
            kind="date",
            description="値を公表し直した日です。前の値は、表「実績の公表の記録」にあります。",
        ),
        STATUS_REASON,
        _own("sentence", label="判定の理由"),
        _own("reason"),
        _own("break_in_series", required=True),
        _own("revision"),
        sample_column("observation__is_sample"),
    ),
    rows=_newest,
    primary_key=("target_id", "fiscal_year"),
    foreign_keys=(PLAN_KEY, TARGET_KEY),
)

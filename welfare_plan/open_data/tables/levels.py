"""体系: basic policies, measures, initiatives and what is done in them."""

from initiatives.models import Activity, Initiative
from plans.models import BasicPolicy, Measure
from welfare_plan.open_data.columns import (
    ORDER,
    PART_ORDER,
    PLAN_KEY,
    column,
    columns_of,
    in_order,
    page_column,
    part_columns,
    part_id,
    plan_columns,
    reference,
    table,
)
from welfare_plan.open_data.fields import ForeignKey
from welfare_plan.open_data.scopes import Scope

DEPARTMENT_KEY = ForeignKey(("department_id",), "departments", ("department_id",))


def key_of(word: str, table_name: str) -> ForeignKey:
    return ForeignKey((f"{word}_id",), table_name, (f"{word}_id",))


def parts_of(model):
    """The rows of a kind of part, in the order of their plans and places."""

    def rows(scope: Scope):
        return model.objects.filter(scope.within("plan")).order_by(
            *in_order(*PART_ORDER)
        )

    return rows


def department_columns(path: str = "department") -> tuple:
    return (
        column(
            "department_id",
            "担当課のID",
            f"{path}__publisher__slug",
            f"{path}__code",
            make=part_id,
            description="発行者のIDと課のコードを「/」でつないだものです。",
        ),
        column("department", "担当課", f"{path}__name"),
    )


def source_columns(own) -> tuple:
    return own("source_heading"), own("source_page")


_policy = columns_of(BasicPolicy)
POLICIES = table(
    name="policies",
    label="基本方針",
    description="計画の1段目です。計画ごとの名前は、表「計画」のlevel1_labelにあります。",
    columns=(
        *plan_columns(),
        *part_columns("policy", "基本方針"),
        ORDER,
        _policy("label"),
        _policy("title"),
        _policy("overview"),
        _policy("easy_summary"),
        *source_columns(_policy),
        page_column("policy-detail"),
    ),
    rows=parts_of(BasicPolicy),
    primary_key=("policy_id",),
    foreign_keys=(PLAN_KEY,),
)

_measure = columns_of(Measure)
MEASURES = table(
    name="measures",
    label="基本施策",
    description="計画の2段目です。計画ごとの名前は、表「計画」のlevel2_labelにあります。",
    columns=(
        *plan_columns(),
        *part_columns("measure", "基本施策"),
        reference("policy_id", "基本方針のID", code="policy__code", required=True),
        ORDER,
        _measure("label"),
        _measure("title"),
        _measure("description"),
        _measure("actions_heading"),
        _measure("outcome"),
        _measure("easy_summary"),
        *source_columns(_measure),
        page_column("measure-detail"),
    ),
    rows=parts_of(Measure),
    primary_key=("measure_id",),
    foreign_keys=(PLAN_KEY, key_of("policy", "policies")),
)

_initiative = columns_of(Initiative)
INITIATIVES = table(
    name="initiatives",
    label="主な取組",
    description="計画の3段目です。計画ごとの名前は、表「計画」のlevel3_labelにあります。",
    columns=(
        *plan_columns(),
        *part_columns("initiative", "主な取組"),
        reference("measure_id", "基本施策のID", code="measure__code", required=True),
        ORDER,
        _initiative("label"),
        _initiative("title"),
        _initiative("description"),
        _initiative("easy_summary"),
        *department_columns(),
        *source_columns(_initiative),
        page_column("initiative-detail"),
    ),
    rows=parts_of(Initiative),
    primary_key=("initiative_id",),
    foreign_keys=(PLAN_KEY, key_of("measure", "measures"), DEPARTMENT_KEY),
)

_activity = columns_of(Activity)
ACTIVITIES = table(
    name="activities",
    label="具体的な取組・参考事業",
    description="主な取組の中身として計画に並ぶ、1行ずつの取組です。",
    columns=(
        *plan_columns(),
        *part_columns("activity", "具体的な取組"),
        reference(
            "initiative_id", "主な取組のID", code="initiative__code", required=True
        ),
        ORDER,
        _activity("text"),
    ),
    rows=parts_of(Activity),
    primary_key=("activity_id",),
    foreign_keys=(PLAN_KEY, key_of("initiative", "initiatives")),
)

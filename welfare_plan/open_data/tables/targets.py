"""目標: what each target promises, its interim goals, and goals that were revised."""

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from indicators.models import GoalRevision, Milestone, Target
from welfare_plan.open_data.columns import (
    ORDER,
    PART_ORDER,
    PLAN_KEY,
    column,
    columns_of,
    in_order,
    page_column,
    part_columns,
    plan_columns,
    reference,
    table,
    year_columns,
)
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.levels import (
    DEPARTMENT_KEY,
    department_columns,
    key_of,
    parts_of,
    source_columns,
)

TARGET_KEY = key_of("target", "targets")
_BASELINE = "基準値の年度"


def in_charge(start: str = "") -> dict:
    """The department of a target, its own or that of its initiative, as annotations.

    `start` leads to the target. The names fit `department_columns("in_charge")`.
    """
    return {
        f"in_charge__{name}": Coalesce(
            F(f"{start}department__{name}"), F(f"{start}initiative__department__{name}")
        )
        for name in ("publisher__slug", "code", "name")
    }


def _targets(scope: Scope):
    measure = Coalesce(F("measure__code"), F("initiative__measure__code"))
    policy = Coalesce(
        F("measure__policy__code"), F("initiative__measure__policy__code")
    )
    return parts_of(Target)(scope).annotate(
        own_measure=measure, own_policy=policy, **in_charge()
    )


_own = columns_of(Target)
TARGETS = table(
    name="targets",
    label="取組目標",
    description="計画の目標です。基準値（出発点）と目標値は、計画に印刷された値です。",
    columns=(
        *plan_columns(),
        *part_columns("target", "取組目標"),
        reference("policy_id", "基本方針のID", code="own_policy", required=True),
        reference("measure_id", "基本施策のID", code="own_measure", required=True),
        reference("initiative_id", "主な取組のID", code="initiative__code"),
        ORDER,
        _own("name"),
        _own("scope_note"),
        _own("measure_type", codes="measure_type"),
        _own("evaluation_mode", codes="evaluation_mode"),
        _own("direction", codes="direction"),
        _own("decimals"),
        _own("baseline_value"),
        _own("baseline_unit"),
        *year_columns("baseline_fiscal_year", _BASELINE, required=False),
        _own("baseline_as_printed"),
        _own("goal_state", codes="goal_state"),
        _own("goal_value"),
        _own("goal_unit"),
        *year_columns("goal_fiscal_year", "目標値の年度", required=False),
        _own("goal_as_printed"),
        _own("goal_text"),
        _own("unit_confirmed", required=True),
        *year_columns(
            "cumulative_from_fiscal_year",
            "累計を始めた年度",
            "cumulative_from_fy",
            required=False,
        ),
        *department_columns("in_charge"),
        *source_columns(_own),
        page_column("target-detail"),
    ),
    rows=_targets,
    primary_key=("target_id",),
    foreign_keys=(
        PLAN_KEY,
        key_of("policy", "policies"),
        key_of("measure", "measures"),
        key_of("initiative", "initiatives"),
        DEPARTMENT_KEY,
    ),
)


def of_target(model, year: str):
    """The rows of a record of targets and years, in the order of their targets."""
    order = [f"target__{path}" for path in PART_ORDER]

    def rows(scope: Scope):
        return model.objects.filter(scope.within("target__plan")).order_by(
            *in_order(*order, year)
        )

    return rows


def target_columns(start: str = "target__") -> tuple:
    return (
        *plan_columns(f"{start}plan"),
        *part_columns("target", "取組目標", f"{start}plan", f"{start}code"),
    )


def _first(*values):
    return next(filter(None, values), "")


def _milestones(scope: Scope):
    revised = GoalRevision.objects.filter(
        target=OuterRef("target"), effective_from_fy__lte=OuterRef("fiscal_year")
    ).order_by("-effective_from_fy")
    return of_target(Milestone, "fiscal_year")(scope).annotate(
        revised_unit=Subquery(revised.values("goal_unit")[:1])
    )


_milestone = columns_of(Milestone)
MILESTONES = table(
    name="milestones",
    label="中間の目標",
    description="基準値の年度と目標値の年度の間にある、年度ごとの目標です。",
    columns=(
        *target_columns(),
        *year_columns("fiscal_year", "年度"),
        _milestone("value"),
        column(
            "unit",
            "単位",
            *("revised_unit", "target__goal_unit", "target__baseline_unit"),
            make=_first,
            required=True,
        ),
    ),
    rows=_milestones,
    primary_key=("target_id", "fiscal_year"),
    foreign_keys=(PLAN_KEY, TARGET_KEY),
)

_revision = columns_of(GoalRevision)
GOAL_REVISIONS = table(
    name="goal_revisions",
    label="目標の見直し",
    description="計画の途中で変わった目標です。はじめの目標は、表「取組目標」にあります。",
    columns=(
        *target_columns(),
        *year_columns(
            "effective_from_fiscal_year", "この年度から", "effective_from_fy"
        ),
        _revision("decided_on"),
        _revision("reason"),
        _revision("goal_state", codes="goal_state"),
        _revision("goal_value"),
        column("goal_unit", "単位", "goal_unit", "target__goal_unit", make=_first),
        *year_columns(
            "goal_fiscal_year", "目標年度", "own_fiscal_year", required=False
        ),
        _revision("goal_text"),
    ),
    rows=lambda scope: of_target(GoalRevision, "effective_from_fy")(scope).annotate(
        own_fiscal_year=Coalesce(F("goal_fiscal_year"), F("target__goal_fiscal_year"))
    ),
    primary_key=("target_id", "effective_from_fiscal_year"),
    foreign_keys=(PLAN_KEY, TARGET_KEY),
)

"""Every address of the API: what it gives, what may be asked, and who answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from indicators.models import SurveyIndicator, Target
from plans.models import Plan
from welfare_plan.api import found, plans, surveys, targets
from welfare_plan.api.filters import field_of, parameter_of
from welfare_plan.api.lists import list_answer, parameters_of
from welfare_plan.api.parameters import Parameter
from welfare_plan.api.resources import RESOURCES, TARGETS
from welfare_plan.open_data.schema import TABLES_BY_NAME


def record_name(table: str) -> str:
    """What the description of a record of a table is called."""
    return f"{table}_record"


@dataclass(frozen=True)
class Asked:
    """A request as it was read: `given` holds the parameters as they were written."""

    path: str
    given: Mapping[str, str]
    values: Mapping
    path_values: Mapping[str, str]
    today: date


@dataclass(frozen=True)
class Operation:
    """`name` is the id in the OpenAPI document and the name of the documentation page.

    `schema` names the description of the answer; `record` finds the record of the
    address, `kind` says what it is.
    """

    name: str
    path: str
    summary: str
    description: str
    schema: str
    answer: Callable[[Asked], dict]
    parameters: tuple[Parameter, ...] = ()
    path_parameters: tuple[Parameter, ...] = ()
    record: Callable[[Mapping], QuerySet] | None = None
    kind: str = ""
    is_list: bool = field(default=False)


def _list(name, answer, parameters):
    table = TABLES_BY_NAME[name]
    return Operation(
        name=name,
        path=name,
        summary=f"{table.label}の一覧",
        description=table.description,
        schema=record_name(name),
        answer=answer,
        parameters=parameters,
        is_list=True,
    )


_PLAN = parameter_of(field_of("plans", "plan_id"), required=True)
_CODE = {"required": True, "pattern": "[0-9A-Za-z][0-9A-Za-z.-]{0,49}"}
_TARGET = parameter_of(field_of("targets", "target_code"), **_CODE, example="4-3")
_INDICATOR = parameter_of(
    field_of("survey_indicators", "survey_indicator_code"),
    **{**_CODE, "name": "indicator_code"},
    example="2-2",
)


def _plan_record(values):
    return Plan.objects.public().filter(slug=values["plan_id"])


def _part_record(model, code):
    return lambda values: model.objects.public().filter(
        plan__slug=values["plan_id"], code=values[code]
    )


_ONE_PLAN = {
    "path_parameters": (_PLAN,),
    "record": _plan_record,
    "kind": "計画",
}
_LISTS = {
    resource.table.name: _list(
        resource.table.name, list_answer(resource), parameters_of(resource)
    )
    for resource in RESOURCES
}
OPERATIONS = (
    _LISTS.pop("plans"),
    Operation(
        name="plan",
        path="plans/{plan_id}",
        summary="計画1つ",
        description="計画1つを、IDで読みます。",
        schema=record_name("plans"),
        answer=plans.plan,
        **_ONE_PLAN,
    ),
    Operation(
        name="plan_tree",
        path="plans/{plan_id}/tree",
        summary="計画の体系",
        description=(
            "計画1つの基本方針、基本施策、主な取組、取組目標、評価項目を、"
            "計画の順に入れ子で返します。"
        ),
        schema="plan_tree",
        answer=plans.tree,
        **_ONE_PLAN,
    ),
    *(_LISTS.pop(name) for name in ("policies", "measures", "initiatives")),
    _list(
        "targets",
        targets.targets,
        (*parameters_of(TARGETS)[:-2], targets.YEAR) + parameters_of(TARGETS)[-2:],
    ),
    Operation(
        name="target",
        path="targets/{plan_id}/{target_code}",
        summary="取組目標1つ",
        description="取組目標1つを、判定とその計算とともに返します。",
        schema=record_name("targets"),
        answer=targets.target,
        parameters=(targets.YEAR,),
        path_parameters=(_PLAN, _TARGET),
        record=_part_record(Target, "target_code"),
        kind="取組目標",
    ),
    *(
        _LISTS.pop(name)
        for name in (
            "observations",
            "revisions",
            "milestones",
            "goal_revisions",
            "survey_indicators",
        )
    ),
    Operation(
        name="survey_indicator",
        path="survey_indicators/{plan_id}/{indicator_code}",
        summary="評価項目1つ",
        description="評価項目1つを、公開した調査の結果とともに返します。",
        schema="survey_indicator_with_results",
        answer=surveys.survey_indicator,
        path_parameters=(_PLAN, _INDICATOR),
        record=_part_record(SurveyIndicator, "indicator_code"),
        kind="評価項目",
    ),
    _list("survey_results", surveys.survey_results, surveys.RESULT_PARAMETERS),
    *_LISTS.values(),
    Operation(
        name="search",
        path="search",
        summary="言葉でさがす",
        description="計画の本文と目標を、言葉でさがします。種類、計画、コードの順に並びます。",
        schema="found",
        answer=found.search,
        parameters=found.PARAMETERS,
        is_list=True,
    ),
)
OPERATIONS_BY_NAME = {operation.name: operation for operation in OPERATIONS}

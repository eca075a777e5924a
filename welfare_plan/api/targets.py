"""取組目標 of the API: a list, and one by its address."""

from welfare_plan.api.filters import field_of, parameter_of
from welfare_plan.api.judgements import judged_records
from welfare_plan.api.keys import key_of
from welfare_plan.api.lists import narrowed, page_of
from welfare_plan.api.parameters import Parameter
from welfare_plan.api.resources import TARGETS
from welfare_plan.open_data.scopes import Scope

YEAR: Parameter = parameter_of(
    field_of("observations", "fiscal_year"),
    label="判定を見る年度",
    description=(
        "この年度の判定を返します。"
        "書かなければ、計画のページと同じ年度（実績のある最後の年度など）です。"
    ),
)
_KEY = key_of(TARGETS.table)


def targets(asked) -> dict:
    size = asked.values["limit"]
    rows = _KEY.page(narrowed(TARGETS, asked.values), asked.values["cursor"], size)
    found = judged_records(rows, asked.values["fiscal_year"], asked.today)
    return page_of(found, _KEY, asked)


def target(asked) -> dict:
    rows = TARGETS.table.stored(Scope()).filter(
        plan__slug=asked.path_values["plan_id"],
        code=asked.path_values["target_code"],
    )
    (record,) = judged_records(rows, asked.values["fiscal_year"], asked.today)
    return record

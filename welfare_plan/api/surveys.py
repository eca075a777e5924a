"""評価項目 and the results of the published surveys."""

from plans.models import Plan
from welfare_plan.api.filters import field_of, parameter_of
from welfare_plan.api.keys import PART_ID, YEAR
from welfare_plan.api.lists import LIMIT, cursor_parameter, next_address
from welfare_plan.api.records import record_of
from welfare_plan.open_data.columns import read
from welfare_plan.open_data.schema import TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope

INDICATORS, RESULTS = (
    TABLES_BY_NAME[name] for name in ("survey_indicators", "survey_results")
)
RESULT_PARAMETERS = (
    parameter_of(
        field_of("survey_results", "plan_id"),
        required=True,
        description="調査の結果は、計画ごとに読みます。",
    ),
    parameter_of(field_of("survey_results", "survey_indicator_id")),
    parameter_of(field_of("survey_results", "fiscal_year")),
    cursor_parameter(f"{PART_ID}/{YEAR}"),
    LIMIT,
)
_FILTERS = ("survey_indicator_id", "fiscal_year")


def survey_indicator(asked) -> dict:
    """The indicator and its results; three queries."""
    plan, code = asked.path_values["plan_id"], asked.path_values["indicator_code"]
    rows = INDICATORS.stored(Scope()).filter(plan__slug=plan, code=code)
    (row,) = read(rows, INDICATORS.columns)
    record = record_of(INDICATORS.fields, row)
    key = record["survey_indicator_id"]
    results = [each for each in _results_of(plan) if each["survey_indicator_id"] == key]
    return {**record, "results": results}


def survey_results(asked) -> dict:
    """A page of the results of one plan, which are compared with each other."""
    values = asked.values
    found = [
        record
        for record in _results_of(values["plan_id"])
        if all(values[name] in (None, record[name]) for name in _FILTERS)
    ]
    found.sort(key=_key)
    if values["cursor"]:
        *start, year = values["cursor"].split("/")
        after = (*start, int(year))
        found = [record for record in found if _key(record) > after]
    items = found[: values["limit"]]
    more = len(found) > len(items)
    last = "/".join(map(str, _key(items[-1]))) if more else ""
    return {"items": items, "next": next_address(asked, last) if more else None}


def _key(record):
    plan, code = record["survey_indicator_id"].split("/")
    return plan, code, record["fiscal_year"]


def _results_of(slug: str) -> list[dict]:
    """None of a plan that is not public."""
    plan = Plan.objects.public().filter(slug=slug).first()
    rows = RESULTS.rows(Scope(plan)) if plan else ()
    return [record_of(RESULTS.fields, row) for row in rows]

"""What a list can be narrowed by. A filter has the name of the value that it is about.

Most are columns of the list itself: name, words, codes and paths are read off them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db.models import Model, Q
from django.db.models.expressions import RawSQL

from plans.fields import FiscalYearField
from plans.models import Plan
from plans.querysets import on_theme
from welfare_plan.api.keys import PART_ID, SLUG
from welfare_plan.api.parameters import Parameter
from welfare_plan.api.searching import entries_with
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.columns import StoredTable
from welfare_plan.open_data.fields import Field
from welfare_plan.open_data.schema import TABLES_BY_NAME

LONGEST_QUERY = 100
_ID = "IDは、計画などのIDとコードを「/」でつないで書いてください。例：{example}"
_EXAMPLES = {
    "plan_id": "kashiwa-chiiki-fukushi",
    "publisher_id": "kashiwa",
    "policy_id": "kashiwa-chiiki-fukushi/1",
    "measure_id": "kashiwa-chiiki-fukushi/1-1",
    "initiative_id": "kashiwa-chiiki-fukushi/1-1-1",
    "target_id": "kashiwa-chiiki-fukushi/1-1",
    "survey_indicator_id": "kashiwa-chiiki-fukushi/1-1",
    "department_id": "mihon-shi/chiiki-fukushi",
    "theme_id": "disaster",
    "fiscal_year": 2025,
}


@dataclass(frozen=True)
class Filter:
    parameter: Parameter
    condition: Callable[..., Q]


def by_column(table: StoredTable, name: str, *paths: str) -> Filter:
    """By a value of the list; `paths` where it is read elsewhere than for the list."""
    column = next(each for each in table.columns if each.field.name == name)
    return Filter(parameter_of(column.field), _equal(paths or column.paths))


def by_field(table: str, name: str, *paths: str) -> Filter:
    """By a value that another table has a column for."""
    return Filter(parameter_of(field_of(table, name)), _equal(paths))


def field_of(table: str, name: str) -> Field:
    return next(each for each in TABLES_BY_NAME[table].fields if each.name == name)


def parameter_of(field: Field, **options) -> Parameter:
    """A parameter for the values of a field, with its name and words."""
    described = {
        "name": field.name,
        "label": field.label,
        "description": field.description,
        "example": _EXAMPLES.get(field.name),
    }
    if field.codes:
        described["codes"] = CODE_LISTS[field.codes].entries
    elif field.kind == "boolean":
        described["kind"] = "boolean"
    elif field.kind == "integer":
        low, high = FiscalYearField.low, FiscalYearField.high
        described |= {"kind": "integer", "low": low, "high": high}
    elif field.name in ("plan_id", "publisher_id", "theme_id"):
        how = f"半角の英数字とハイフンで書いてください。例：{described['example']}"
        described |= {"pattern": SLUG, "how": how}
    else:
        how = _ID.format(example=described["example"])
        described |= {"pattern": PART_ID, "how": how}
    return Parameter(**{**described, **options})


def _equal(paths):
    if len(paths) == 1:
        return lambda value: Q(**{paths[0]: value})
    owner, code = paths
    return lambda value: Q(**dict(zip((owner, code), value.split("/", 1), strict=True)))


def by_theme(*paths: str) -> Filter:
    """By a theme of the record, or of what the paths lead to."""

    def condition(slug):
        found = Q()
        for path in paths:
            found |= on_theme(slug, path)
        return found

    return Filter(parameter_of(field_of("themes", "theme_id")), condition)


Q_PARAMETER = Parameter(
    name="q",
    label="さがす言葉",
    description="空白で区切ると、すべての言葉があるものをさがします。",
    low=1,
    high=LONGEST_QUERY,
    example="見守り",
)


def by_words(model: type[Model], kind: str) -> Filter:
    """What the search of the site finds among the records of a kind."""

    def condition(typed):
        found = entries_with(typed).filter(kind=kind).values_list("plan_id", "code")
        # By plan and code together, which lookups of Django do not know.
        try:
            sql, values = found.query.sql_with_params()
        except EmptyResultSet:
            return Q(pk__in=())
        if model is Plan:
            return Q(pk__in=RawSQL(f"SELECT plan_id FROM ({sql}) found", values))
        own = (
            f'SELECT own.id FROM "{model._meta.db_table}" own JOIN ({sql}) found '
            "ON found.plan_id = own.plan_id AND found.code = own.code"
        )
        return Q(pk__in=RawSQL(own, values))

    return Filter(Q_PARAMETER, condition)

"""The lists of the API: tables of the open data, each with what it is narrowed by."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan
from welfare_plan.api.filters import (
    Filter,
    by_column,
    by_field,
    by_theme,
    by_words,
)
from welfare_plan.open_data.columns import StoredTable
from welfare_plan.open_data.schema import TABLES_BY_NAME
from welfare_plan.open_data.tables.observations import TARGET


@dataclass(frozen=True)
class Resource:
    """`prepared` adds to the rows what filters ask about."""

    table: StoredTable
    filters: tuple[Filter, ...]
    prepared: Callable[[QuerySet], QuerySet] = lambda rows: rows


def _resource(name: str, columns: str, *filters: Filter, **options) -> Resource:
    table = TABLES_BY_NAME[name]
    own = tuple(by_column(table, column) for column in columns.split())
    return Resource(table, (*own, *filters), **options)


def _with_policy(rows):
    """Values with the policy of their target."""
    measure = f"{TARGET}measure__policy__code"
    initiative = f"{TARGET}initiative__measure__policy__code"
    return rows.annotate(own_policy=Coalesce(F(measure), F(initiative)))


_OF_VALUES = (
    by_field("targets", "policy_id", f"{TARGET}plan__slug", "own_policy"),
    by_field(
        "targets", "department_id", "in_charge__publisher__slug", "in_charge__code"
    ),
)
_YEAR = "fiscal_year"

RESOURCES = (
    _resource(
        "plans",
        "publisher_id kind state",
        by_words(Plan, "plan"),
    ),
    _resource("publishers", "kind"),
    _resource(
        "policies",
        "plan_id",
        by_theme("themes"),
        by_words(BasicPolicy, "policy"),
    ),
    _resource(
        "measures",
        "plan_id policy_id",
        by_theme("themes"),
        by_words(Measure, "measure"),
    ),
    _resource(
        "initiatives",
        "plan_id measure_id department_id",
        by_theme("themes"),
        by_words(Initiative, "initiative"),
    ),
    _resource(
        "observations",
        f"plan_id target_id {_YEAR} auto_status value_state sample",
        *_OF_VALUES,
        prepared=_with_policy,
    ),
    _resource("revisions", f"plan_id target_id {_YEAR} sample"),
    _resource("milestones", f"plan_id target_id {_YEAR}"),
    _resource("goal_revisions", "plan_id target_id"),
    _resource(
        "survey_indicators",
        "plan_id policy_id",
        by_words(SurveyIndicator, "survey"),
    ),
    _resource("reviews", f"plan_id {_YEAR} rating sample"),
    _resource("opinions", f"plan_id policy_id {_YEAR} sample"),
    _resource("departments", "publisher_id"),
    _resource("themes", ""),
)
TARGETS = _resource(
    "targets",
    "plan_id policy_id measure_id initiative_id department_id",
    # As on the page of a theme; a target has either an initiative or a measure.
    by_theme("initiative__themes", "measure__themes"),
    by_words(Target, "target"),
)

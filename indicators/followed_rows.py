"""What the rows of targets hold that are followed, and which targets they are.

`indicators.later_rows` reads what came after: publications and later goals.
"""

from django.db.models import QuerySet

COLUMNS = (
    "id",
    "code",
    "name",
    "goal_text",
    "scope_note",
    "initiative_id",
    "measure_id",
    "evaluation_mode",
    "measure_type",
    "direction",
    "decimals",
    "baseline_value",
    "baseline_unit",
    "baseline_fiscal_year",
    "goal_state",
    "goal_value",
    "goal_unit",
    "goal_fiscal_year",
    "goal_as_printed",
    "unit_confirmed",
)


def keys_of(targets: QuerySet) -> QuerySet:
    # Without its order the same query names the targets for the other one.
    return targets.order_by().values("id")

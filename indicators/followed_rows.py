"""What the rows of targets hold that are followed, and which targets they are.

`indicators.later_rows` reads what came after: publications and later goals.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from indicators.models import PublishedValue

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
# How a truth value comes out as text: SQLite keeps it as a number.
TRUE = ("1", "true")
_DECIMALS = ("baseline_value", "goal_value")
_FLAGS = ("unit_confirmed",)
_LAST_PLACE = Decimal(1).scaleb(-PublishedValue._meta.get_field("value").decimal_places)


def plain_rows(targets: QuerySet) -> QuerySet:
    """The COLUMNS of targets as tuples, for `target_row`.

    Decimals and truth values come as texts: reading them Django's way takes longer than
    the whole query (docs/decisions/0029-rows-in-python.md).
    """
    return targets.values_list(*map(_plain, COLUMNS))


def _plain(name):
    return as_text(name) if name in (*_DECIMALS, *_FLAGS) else F(name)


def as_text(name: str) -> Cast:
    return Cast(name, TextField())


def target_row(columns: Sequence) -> dict:
    """A row of `plain_rows` by the names of COLUMNS, with the model's own values."""
    row = dict(zip(COLUMNS, columns, strict=True))
    for name in _DECIMALS:
        row[name] = decimal_of(row[name])
    for name in _FLAGS:
        row[name] = row[name] in TRUE
    return row


def decimal_of(text: str | None) -> Decimal | None:
    """The decimal that a database wrote as text; None where there is none."""
    return Decimal(text).quantize(_LAST_PLACE) if text else None


def keys_of(targets: QuerySet) -> QuerySet:
    # Without its order the same query names the targets for the other one.
    return targets.order_by().values("id")

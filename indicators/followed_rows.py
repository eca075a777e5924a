"""The three queries that read targets with all that was promised and published.

Each gives a queryset: of the targets, of their later and interim goals, of the
publications. `chosen` names the targets by a query or a list of their keys.
"""

from django.db.models import CharField, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from indicators.models import GoalRevision, Milestone, PublishedValue

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

# What a year is judged by and said with, on every page that names a status.
_JUDGED = (
    "observation__target_id",
    "observation__fiscal_year",
    "revision",
    "value",
    "value_state",
    "provisional",
    "break_in_series",
    "note",
    "reason",
    "status",
    "status_why",
    "sentence",
    "expected_text",
    "progress_text",
    "rule_version",
)
# What else a target's own page tells of a publication.
_TOLD = (
    "observation__is_sample",
    "published_at",
    "is_correction",
    "correction_reason",
    "limits",
)


def keys_of(targets: QuerySet) -> QuerySet:
    # Without its order the same query names the targets for the other two.
    return targets.order_by().values("id")


def published_of(chosen, *, whole: bool) -> QuerySet:
    """The publications in no order; `whole` with what only a target's own page tells.

    The sum and the terms come as the text of their JSON: few of them are looked at, and
    the terms of one target are mostly those of all its years.
    """
    published = PublishedValue.objects.filter(observation__target__in=chosen)
    names = (*_JUDGED, *_TOLD) if whole else _JUDGED
    return published.order_by().values(
        *names,
        terms_json=Cast("terms", TextField()),
        steps_json=Cast("steps", TextField()),
    )


def goals_of(chosen) -> QuerySet:
    """Goal revisions and milestones of the targets, in one query."""
    milestones = Milestone.objects.filter(target__in=chosen).order_by()
    revisions = GoalRevision.objects.filter(target__in=chosen).order_by()
    return milestones.values_list(
        "target_id",
        "fiscal_year",
        "value",
        Value("", output_field=CharField()),
        Value("", output_field=CharField()),
        Value(0, output_field=IntegerField()),
        Value("", output_field=TextField()),
    ).union(
        revisions.values_list(
            "target_id",
            "effective_from_fy",
            "goal_value",
            "goal_state",
            "goal_unit",
            "goal_fiscal_year",
            "goal_text",
        ),
        all=True,
    )

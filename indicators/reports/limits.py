"""The limits that a year's published judgements were made by, as they were stored."""

from decimal import Decimal

from django.db.models import Exists, OuterRef

from indicators.following import settings_of
from indicators.judgement_labels import JUDGED
from indicators.models import PublishedValue
from indicators.progress_values import Settings
from plans.models import Plan


def limits_used(plan: Plan, year: int) -> list[Settings]:
    """Each set of limits once, the oldest first; the plan's own before any verdict."""
    newer = PublishedValue.objects.filter(
        observation=OuterRef("observation"), revision__gt=OuterRef("revision")
    )
    rows = PublishedValue.objects.filter(
        ~Exists(newer),
        observation__target__plan=plan,
        observation__fiscal_year=year,
        status__in=JUDGED,
    ).order_by("published_at", "pk")
    found = [_settings(row) for row in rows.values_list("limits", flat=True) if row]
    return list(dict.fromkeys(found)) or [settings_of(plan)]


def _settings(stored):
    return Settings(**{name: Decimal(value) for name, value in stored.items()})

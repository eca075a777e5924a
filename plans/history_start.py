"""The first row of each history: what a record said when its history began.

Used by the migrations that give a model a history; without it the first edit would
have nothing to be compared with.
"""

from django.db.models import Q
from django.utils import timezone

REASON = "履歴の記録を始めました。"
# All other rows. A condition of its own, never a part of a larger one: PostgreSQL then
# sees that it is the condition of the index by time (plans.history).
IS_LATER = ~Q(history_change_reason=REASON) | Q(history_change_reason=None)


def begin_histories(apps, app_label: str, model_names) -> None:
    """Write one row for each stored record of the models."""
    for name in model_names:
        model = apps.get_model(app_label, name)
        history = apps.get_model(app_label, f"Historical{name}")
        fields = [field.attname for field in model._meta.concrete_fields]
        now = timezone.now()
        history.objects.bulk_create(
            (
                history(
                    **{attname: getattr(record, attname) for attname in fields},
                    history_date=now,
                    history_type="+",
                    history_change_reason=REASON,
                )
                for record in model.objects.order_by("pk").iterator()
            ),
            batch_size=500,
        )

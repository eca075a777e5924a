"""The history of a record: who changed what, when and why.

Each save adds a row with all fields; a reason comes along when it is set before:

    target.history_reason = "原典の書き写しの誤りを直した"
    target.save()
"""

from django.db import models
from simple_history.models import HistoricalRecords

from plans.history_start import IS_LATER


class TrackedRecords(HistoricalRecords):
    """A record's history. The person stays named: people are deactivated, not deleted.

    `QuerySet.update()` and `bulk_create()` leave no row here: tracked records are saved
    one by one.
    """

    def __init__(self, **options):
        super().__init__(
            history_change_reason_field=models.TextField("理由", blank=True, null=True),
            **options,
        )

    def get_meta_options(self, model):
        """The newest changes are found without reading the rows that all records begin
        with. PostgreSQL uses the index where a query has this very condition.
        """
        changed = models.Index(
            fields=["-history_date", "-history_id"],
            name=f"{model._meta.model_name}_changed",
            condition=IS_LATER,
        )
        return {**super().get_meta_options(model), "indexes": [changed]}

    def _get_history_user_fields(self):
        fields = super()._get_history_user_fields()
        fields["history_user"].remote_field.on_delete = models.PROTECT
        return fields

    def get_change_reason_for_object(self, instance, history_type, using):
        return getattr(instance, "history_reason", None)

"""Filters of the admin's lists that name no more records than anybody can look through.

Where there are more, the box for words finds the plan or the body by its name.
"""

from django.contrib.admin.filters import FieldListFilter, RelatedFieldListFilter

from plans.places import MOST_OPTIONS


class ShortRelatedFilter(RelatedFieldListFilter):
    def field_choices(self, field, request, model_admin):
        records = field.remote_field.model._default_manager.all()
        if ordering := self.field_admin_ordering(field, request, model_admin):
            records = records.order_by(*ordering)
        found = records[: MOST_OPTIONS + 1]
        if len(found) > MOST_OPTIONS:
            return []
        return [(record.pk, str(record)) for record in found]


def register() -> None:
    """Take the place of Django's own, which lists all records."""
    FieldListFilter.register(
        lambda field: bool(field.remote_field), ShortRelatedFilter, take_priority=True
    )

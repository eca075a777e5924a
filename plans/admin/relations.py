"""The box that completes what is typed, for relations of a record."""

from django.contrib.admin.widgets import AutocompleteSelect


class RelationBox(AutocompleteSelect):
    """Shows a forged or broken value as no choice; the field then says what is wrong.

    Django's own would ask the database for it and fail.
    """

    def optgroups(self, name, value, attr=None):
        keys = [key for key in value if str(key).isascii() and str(key).isdigit()]
        return super().optgroups(name, keys, attr)


class RelationBoxMixin:
    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RelationBox(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

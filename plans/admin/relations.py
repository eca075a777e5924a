"""The box that completes what is typed, for relations of a record."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class RelationBox(AutocompleteSelect):
    """Shows a forged or broken value as no choice; the field then says what is wrong.

    Django's own would ask the database for it and fail.
    """

    @property
    def media(self):
        return super().media + forms.Media(js=["js/relation_boxes.js"])

    def build_attrs(self, base_attrs, extra_attrs=None):
        """Names the empty box by what it asks for; Django leaves it nameless.

        Its choices come while somebody types: a `required` select without any is no
        valid HTML, and the form says itself that one is missing.
        """
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs.pop("required", None)
        return {**attrs, "data-placeholder": f"{self.field.verbose_name}を選ぶ"}

    def optgroups(self, name, value, attr=None):
        keys = [key for key in value if str(key).isascii() and str(key).isdigit()]
        groups = super().optgroups(name, keys, attr)
        for option in groups[0][1]:
            # Where nothing is chosen yet; an option without words is no valid HTML.
            option["label"] = option["label"] or "---------"
        return groups


class RelationBoxMixin:
    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RelationBox(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

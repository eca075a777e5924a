from django.contrib import admin

from plans.admin.base import SOURCE, PartAdmin, PublicLinkMixin
from plans.admin.themes import ThemeFilter
from plans.models import ConsultationWindow


@admin.register(ConsultationWindow)
class ConsultationWindowAdmin(PublicLinkMixin, PartAdmin):
    list_display = ("code", "name", "kind", "measure", "plan", "public_page")
    list_filter = ("plan", "kind", ThemeFilter)
    list_select_related = ("plan", "measure__plan")
    search_fields = ("code", "name", "about", "plan__title")
    autocomplete_fields = ("plan", "measure")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("plan", "measure"),
                    ("code", "position"),
                    "name",
                    "kind",
                    "for_whom",
                    "about",
                    "contact",
                    "themes",
                )
            },
        ),
        SOURCE,
    )

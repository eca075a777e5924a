from django.contrib import admin

from plans.admin.base import (
    SOURCE,
    PartAdmin,
    PartInline,
    PublicLinkMixin,
    TextPartInline,
    part_form,
)
from plans.admin.files.pages import KeepsFiles
from plans.admin.text_files import BasicPolicyResource, MeasureResource
from plans.admin.themes import ThemeFilter
from plans.models import BasicPolicy, Measure, Section


class PolicySectionInline(TextPartInline):
    model = Section
    form = part_form("policy")
    fields = (("code", "position"), "kind", "heading", "body", "source_heading")


class MeasureSectionInline(PolicySectionInline):
    form = part_form("measure")


class MeasureInline(PartInline):
    model = Measure
    form = part_form("policy")
    fields = ("code", "position", "label", "title")


@admin.register(BasicPolicy)
class BasicPolicyAdmin(KeepsFiles, PublicLinkMixin, PartAdmin):
    resource_class = BasicPolicyResource
    list_display = ("code", "title", "label", "plan", "public_page")
    list_filter = ("plan", ThemeFilter)
    search_fields = ("code", "label", "title", "overview", "plan__title")
    autocomplete_fields = ("plan",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "plan",
                    ("code", "position"),
                    "label",
                    "title",
                    "overview",
                    "easy_summary",
                    "themes",
                )
            },
        ),
        SOURCE,
    )
    inlines = (MeasureInline, PolicySectionInline)


@admin.register(Measure)
class MeasureAdmin(KeepsFiles, PublicLinkMixin, PartAdmin):
    resource_class = MeasureResource
    form = part_form("policy")
    list_display = ("code", "title", "label", "plan", "public_page")
    list_filter = ("plan", ThemeFilter)
    search_fields = ("code", "label", "title", "description", "plan__title")
    autocomplete_fields = ("policy",)
    ordering = ("plan__position", "policy__position", "position", "code")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "policy",
                    ("code", "position"),
                    "label",
                    "title",
                    "description",
                    "actions_heading",
                    "outcome",
                    "easy_summary",
                    "themes",
                )
            },
        ),
        SOURCE,
    )
    inlines = (MeasureSectionInline,)

from django.contrib import admin

from plans.admin.base import PartAdmin, PartInline, PublicLinkMixin, part_form
from plans.models import BasicPolicy, Measure, Section


class PolicySectionInline(PartInline):
    model = Section
    form = part_form("policy")
    fields = ("code", "position", "kind", "heading", "body", "source_heading")


class MeasureSectionInline(PolicySectionInline):
    form = part_form("measure")


class MeasureInline(PartInline):
    model = Measure
    form = part_form("policy")
    fields = ("code", "position", "label", "title")


@admin.register(BasicPolicy)
class BasicPolicyAdmin(PublicLinkMixin, PartAdmin):
    list_display = ("code", "title", "label", "plan", "position", "public_page")
    list_editable = ("position",)
    search_fields = ("code", "label", "title", "overview", "plan__title")
    autocomplete_fields = ("plan",)
    inlines = (MeasureInline, PolicySectionInline)


@admin.register(Measure)
class MeasureAdmin(PublicLinkMixin, PartAdmin):
    form = part_form("policy")
    list_display = ("code", "title", "label", "plan", "position", "public_page")
    list_editable = ("position",)
    search_fields = ("code", "label", "title", "description", "plan__title")
    autocomplete_fields = ("policy",)
    ordering = ("plan__position", "policy__position", "position", "code")
    exclude = ("plan",)
    inlines = (MeasureSectionInline,)

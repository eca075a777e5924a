from django.contrib import admin

from plans.admin.addresses import KeepsItsAddress
from plans.admin.base import (
    PartInline,
    PublicLinkMixin,
    PublishingAdmin,
    TextPartInline,
)
from plans.models import BasicPolicy, Plan, Section


class PlanSectionInline(TextPartInline):
    model = Section
    verbose_name_plural = "計画全体の本文の節"
    fields = (("code", "position"), "kind", "heading", "body", "source_heading")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(policy=None, measure=None)


class BasicPolicyInline(PartInline):
    model = BasicPolicy
    fields = ("code", "position", "label", "title")


class PlanForm(KeepsItsAddress):
    address_field = "slug"
    held = (
        "公開した計画のアドレス用の名前は、公開ページのアドレスになっているため"
        "変えられません。"
    )

    def is_held(self, stored):
        return stored.state != Plan.State.DRAFT


@admin.register(Plan)
class PlanAdmin(PublicLinkMixin, PublishingAdmin):
    form = PlanForm
    list_display = (
        "__str__",
        "state",
        "kind",
        "publisher",
        "area_name",
        "public_page",
    )
    list_filter = ("state", "kind", "publisher")
    list_select_related = ("publisher",)
    search_fields = ("title", "working_title", "slug", "area_name", "publisher__name")
    autocomplete_fields = ("publisher", "parent", "predecessor", "source_document")
    inlines = (BasicPolicyInline, PlanSectionInline)
    fieldsets = (
        (None, {"fields": ("state", "slug", "title", "working_title", "kind")}),
        (
            "発行者と期間（原典に印刷がなければ空欄のままにします）",
            {
                "fields": (
                    "publisher",
                    "publisher_as_printed",
                    "area_name",
                    "issued_as_printed",
                    ("period_start_fy", "period_end_fy"),
                    "parent",
                    "predecessor",
                )
            },
        ),
        ("原典", {"fields": ("source_document", "source_heading")}),
        (
            "この計画の言葉",
            {
                "fields": (
                    ("level1_label", "level2_label", "level3_label"),
                    ("activity_label", "target_label"),
                    "position",
                )
            },
        ),
    )

from django.contrib import admin

from indicators.admin.target_files import TargetResource
from indicators.models import SurveyIndicator, Target
from initiatives.admin import InitiativeAdmin
from plans.admin.base import (
    SOURCE,
    PartAdmin,
    PartInline,
    PublicLinkMixin,
    part_form,
)
from plans.admin.files.pages import KeepsFiles
from plans.admin.levels import BasicPolicyAdmin
from plans.admin.reasons import ReasonForm


class TargetInline(PartInline):
    model = Target
    form = part_form("initiative")
    fields = ("code", "position", "name", "goal_state", "goal_value", "goal_unit")


class SurveyIndicatorInline(PartInline):
    model = SurveyIndicator
    form = part_form("policy")
    fields = (
        "code",
        "position",
        "label",
        "question",
        "answer",
        "baseline_value",
        "baseline_fiscal_year",
        "desired_direction",
    )


# The admins of policies and initiatives stand below and may not import these.
BasicPolicyAdmin.inlines = (*BasicPolicyAdmin.inlines, SurveyIndicatorInline)
InitiativeAdmin.inlines = (TargetInline, *InitiativeAdmin.inlines)


class TargetForm(ReasonForm, part_form("initiative", "measure")):
    """A target; what a published judgement was made by changes with a reason alone."""


@admin.register(Target)
class TargetAdmin(KeepsFiles, PublicLinkMixin, PartAdmin):
    resource_class = TargetResource
    form = TargetForm
    list_display = (
        "code",
        "title",
        "goal_state",
        "evaluation_mode",
        "department",
        "plan",
        "public_page",
    )
    list_filter = ("plan", "goal_state", "evaluation_mode", "measure_type")
    list_select_related = ("plan", "department")
    search_fields = ("code", "name", "goal_text", "plan__title")
    autocomplete_fields = ("initiative", "measure", "department")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("initiative", "measure"),
                    ("code", "position"),
                    "name",
                    "scope_note",
                    "department",
                )
            },
        ),
        (
            "判定のしかた",
            {
                "fields": (
                    ("evaluation_mode", "measure_type", "direction"),
                    ("decimals", "cumulative_from_fy"),
                )
            },
        ),
        (
            "基準値（原典に印刷がなければ空欄のままにします）",
            {
                "fields": (
                    ("baseline_value", "baseline_unit", "baseline_fiscal_year"),
                    "baseline_as_printed",
                )
            },
        ),
        (
            "目標値",
            {
                "fields": (
                    "goal_state",
                    ("goal_value", "goal_unit", "goal_fiscal_year"),
                    "goal_as_printed",
                    "goal_text",
                    "unit_confirmed",
                    "history_reason",
                )
            },
        ),
        SOURCE,
    )

    @admin.display(description="名称")
    def title(self, obj):
        return obj.title


class SurveyIndicatorForm(ReasonForm, part_form("policy")):
    """A survey indicator; what its results are compared by changes with a reason."""


@admin.register(SurveyIndicator)
class SurveyIndicatorAdmin(PublicLinkMixin, PartAdmin):
    form = SurveyIndicatorForm
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "policy",
                    ("code", "position"),
                    "label",
                    "question",
                    "answer",
                    "desired_direction",
                )
            },
        ),
        (
            "基準値（原典に印刷がなければ空欄のままにします）",
            {
                "fields": (
                    ("baseline_value", "decimals", "baseline_fiscal_year"),
                    "baseline_as_printed",
                    "history_reason",
                )
            },
        ),
        SOURCE,
    )
    list_display = (
        "code",
        "question",
        "baseline_value",
        "desired_direction",
        "plan",
        "public_page",
    )
    list_filter = ("plan", "desired_direction")
    search_fields = ("code", "question", "answer", "plan__title")
    autocomplete_fields = ("policy",)

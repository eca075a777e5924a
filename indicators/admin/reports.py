"""The council's packs: published from a plan's list, then only to be looked at."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import CouncilReport
from indicators.reports.publishing import publish_report
from plans.admin.housekeeping import ReadOnlyAdmin
from plans.admin.plan import PlanAdmin
from plans.fiscal_year import era_text, latest_finished


@admin.register(CouncilReport)
class CouncilReportAdmin(ReadOnlyAdmin):
    list_display = ("plan", "fiscal_year", "as_of", "published_at")
    list_filter = ("plan", "fiscal_year")
    list_select_related = ("plan",)
    exclude = ("content",)


@admin.action(
    description="終わった年度の議会・委員会資料を公表する", permissions=("change",)
)
def publish_reports(modeladmin, request, queryset):
    """Freeze and publish the pack of the latest finished year of each plan."""
    year = latest_finished(timezone.localdate())
    for plan in queryset:
        try:
            publish_report(plan, year, at=timezone.now())
        except ValidationError as error:
            modeladmin.message_user(
                request, f"{plan}：{' '.join(error.messages)}", messages.WARNING
            )
        else:
            modeladmin.message_user(
                request, f"{plan}の{era_text(year)}の資料を公表しました。"
            )


PlanAdmin.actions = (*PlanAdmin.actions, publish_reports)

"""The council's packs: published once for a plan and year, then only read."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from indicators.models import CouncilReport
from indicators.reports.publishing import content_to_freeze, publish_report
from plans.admin.housekeeping import ReadOnlyAdmin
from plans.admin.plan import PlanAdmin
from plans.admin.relations import RelationBox
from plans.admin.years import year_column
from plans.fiscal_year import era_text, latest_finished, short_text
from plans.models import Plan


class CouncilReportForm(forms.ModelForm):
    """Which plan and year are published; refused, in words, where no pack can be."""

    plan = forms.ModelChoiceField(
        Plan.objects.public().select_related(
            "publisher", "source_document", "judgement_settings"
        ),
        label="計画",
        widget=RelationBox(CouncilReport._meta.get_field("plan"), admin.site),
        help_text=(
            "公表した資料は変えられません。先に、計画の公開ページの"
            "「議会・委員会の資料」から下書きを読んで確かめてください。"
        ),
    )

    class Meta:
        model = CouncilReport
        fields = ("plan", "fiscal_year")

    def clean(self):
        cleaned = super().clean()
        plan, year = cleaned.get("plan"), cleaned.get("fiscal_year")
        if plan and year:
            content_to_freeze(plan, year, as_of=timezone.localdate())
        return cleaned


@admin.register(CouncilReport)
class CouncilReportAdmin(ReadOnlyAdmin):
    form = CouncilReportForm
    list_display = (
        "plan",
        year_column("fiscal_year", "年度"),
        "as_of",
        "published_at",
        "public_page",
    )
    list_filter = ("plan", "fiscal_year")
    list_select_related = ("plan",)
    fields = ("plan", "year", "as_of", "published_at", "public_page")

    def has_add_permission(self, request):
        return admin.ModelAdmin.has_add_permission(self, request)

    def get_fields(self, request, obj=None):
        return self.fields if obj else CouncilReportForm.Meta.fields

    def get_readonly_fields(self, request, obj=None):
        return ("year", "public_page") if obj else ()

    @admin.display(description="年度")
    def year(self, obj):
        return era_text(obj.fiscal_year)

    @admin.display(description="公開ページ")
    def public_page(self, obj):
        address = [obj.plan.slug, short_text(obj.fiscal_year)]
        return format_html(
            '<a href="{}">資料を開く<span class="visually-hidden">：{}</span></a>',
            reverse("report-detail", args=address),
            obj,
        )

    def save_model(self, request, obj, form, change):
        report = publish_report(obj.plan, obj.fiscal_year, at=timezone.now())
        obj.pk = report.pk


@admin.action(
    description="終わった年度の議会・委員会資料を公表する", permissions=("change",)
)
def publish_reports(modeladmin, request, queryset):
    """Freeze and publish the pack of the latest finished year of each plan."""
    year = latest_finished(timezone.localdate())
    for plan in queryset:
        try:
            publish_report(plan, year, at=timezone.now())
        except forms.ValidationError as error:
            modeladmin.message_user(
                request, f"{plan}：{' '.join(error.messages)}", messages.WARNING
            )
        else:
            modeladmin.message_user(
                request, f"{plan}の{era_text(year)}の資料を公表しました。"
            )


PlanAdmin.actions = (*PlanAdmin.actions, publish_reports)

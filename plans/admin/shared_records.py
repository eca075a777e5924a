from django.contrib import admin

from plans.admin.base import PublishingAdmin
from plans.models import Publisher, SourceDocument

admin.site.site_header = "地域福祉計画ポータル 職員用"
admin.site.site_title = "地域福祉計画ポータル"
admin.site.index_title = "計画の管理"


@admin.register(Publisher)
class PublisherAdmin(PublishingAdmin):
    list_display = ("name", "kind", "municipality_code", "slug")
    list_filter = ("kind",)
    list_per_page = 30  # a city has one; in a nation they are found by name
    search_fields = ("name", "slug", "municipality_code")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "slug",
                    "name",
                    "kind",
                    "municipality_code",
                    "allows_own_approval",
                )
            },
        ),
        (
            "お問い合わせ先",
            {
                "fields": (
                    "contact_name",
                    "contact_phone",
                    "contact_email",
                    "contact_url",
                ),
                "description": "公開ページの「お問い合わせ」に出ます。"
                "空欄は「未設定」と出ます。個人の名前は書かないでください。",
            },
        ),
        (
            "利用規約",
            {
                "fields": ("licence", "citation"),
                "description": "公開ページの「利用規約」に出ます。",
            },
        ),
        (
            "ウェブアクセシビリティ方針",
            {
                "fields": (
                    "accessibility_level",
                    "accessibility_due_on",
                    "accessibility_exceptions",
                ),
                "description": "公開ページの「ウェブアクセシビリティ方針」に出ます。"
                "空欄は「未設定」と出ます。対応度は、試験の結果から自動で決まります。",
            },
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        """Who approves must not be the one to allow their own approvals."""
        fields = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return fields
        return (*fields, "allows_own_approval")


@admin.register(SourceDocument)
class SourceDocumentAdmin(PublishingAdmin):
    list_display = ("code", "title", "description")
    search_fields = ("code", "title", "description")

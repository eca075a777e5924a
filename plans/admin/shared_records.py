from django.contrib import admin
from django.db import models

from plans.admin.base import PublishingAdmin
from plans.models import Publisher, SourceDocument

admin.site.site_header = "地域福祉計画ポータル 職員用"
admin.site.site_title = "地域福祉計画ポータル"
admin.site.index_title = "計画の管理"


@admin.register(Publisher)
class PublisherAdmin(PublishingAdmin):
    list_display = ("name", "kind", "municipality_code", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "slug", "municipality_code")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

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

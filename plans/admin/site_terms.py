from django.contrib import admin

from plans.admin.base import PublishingAdmin
from plans.models import SiteTerm


@admin.register(SiteTerm)
class SiteTermAdmin(PublishingAdmin):
    list_display = ("term", "reading", "meaning")
    search_fields = ("term", "reading", "other_forms", "meaning")
    fields = (("term", "reading"), "slug", "other_forms", "meaning")

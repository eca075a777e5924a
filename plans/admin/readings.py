from django.contrib import admin

from plans.admin.base import PublishingAdmin
from plans.models import Reading


@admin.register(Reading)
class ReadingAdmin(PublishingAdmin):
    list_display = ("word", "reading", "after")
    list_filter = ("after",)
    search_fields = ("word", "reading")

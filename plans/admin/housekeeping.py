"""Records that the site keeps about itself: to be looked at, never to be edited."""

from django.contrib import admin

from plans.models import LoadedRecord, PageRevision


class ReadOnlyAdmin(admin.ModelAdmin):
    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(LoadedRecord)
class LoadedRecordAdmin(ReadOnlyAdmin):
    list_display = ("natural_key", "model_label", "file_name")
    list_filter = ("file_name", "model_label")
    search_fields = ("natural_key",)


@admin.register(PageRevision)
class PageRevisionAdmin(ReadOnlyAdmin):
    list_display = ("scope", "rev")
    search_fields = ("scope",)

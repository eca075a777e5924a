"""Records that the site keeps about itself: to be looked at, never to be edited."""

from django.apps import apps
from django.contrib import admin

from plans.admin.base import FIELD_CLASSES
from plans.admin.counted_once import CountsItsListOnce
from plans.admin.named_values import NamedValuesFilter
from plans.admin.titles import NamesItsList
from plans.models import LoadedRecord, PageRevision


class ReadOnlyAdmin(NamesItsList, CountsItsListOnce, admin.ModelAdmin):
    formfield_overrides = FIELD_CLASSES
    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def kind_of(label: str) -> str:
    """取組目標 of indicators.target; the label where there is no such model now."""
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except LookupError:
        return label


class KindFilter(NamedValuesFilter):
    def named(self, value):
        return kind_of(value)


@admin.register(LoadedRecord)
class LoadedRecordAdmin(ReadOnlyAdmin):
    list_display = ("natural_key", "kind", "file_name")
    list_filter = ("file_name", ("model_label", KindFilter))
    search_fields = ("natural_key",)
    fields = ("file_name", "kind", "natural_key")

    @admin.display(description="記録の種類", ordering="model_label")
    def kind(self, obj):
        return kind_of(obj.model_label)


@admin.register(PageRevision)
class PageRevisionAdmin(ReadOnlyAdmin):
    list_display = ("scope", "pages", "rev")
    search_fields = ("scope",)
    fields = ("scope", "pages", "rev")

    @admin.display(description="どのページの版か")
    def pages(self, obj):
        named = {"*": "すべてのページ", "site": "計画をまたぐページ"}
        return named.get(obj.scope, "この計画のページ")

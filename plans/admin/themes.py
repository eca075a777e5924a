"""Themes, which the site itself sorts by: kept while any record has them."""

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.shortcuts import redirect
from django.urls import reverse

from plans.admin.addresses import KeepsItsAddress
from plans.admin.base import PublishingAdmin
from plans.models import Theme
from plans.querysets import on_theme
from plans.theme_use import uses_of


class ThemeFilter(admin.SimpleListFilter):
    """Narrows a list to the records with a theme."""

    title = "テーマ"
    parameter_name = "theme"

    def lookups(self, request, model_admin):
        return list(Theme.objects.values_list("slug", "name"))

    def queryset(self, request, queryset):
        return queryset.filter(on_theme(self.value())) if self.value() else queryset


class ThemeForm(KeepsItsAddress):
    address_field = "slug"
    held = (
        "使われているテーマのアドレス用の名前は、"
        "公開ページのアドレスになっているため変えられません。"
    )

    def is_held(self, stored):
        return bool(uses_of(stored.slug))


@admin.register(Theme)
class ThemeAdmin(PublishingAdmin):
    form = ThemeForm
    actions = ("delete_selected",)
    list_display = ("name", "slug", "reading", "description", "position")
    search_fields = ("name", "slug", "reading", "description")
    fields = (("name", "reading"), "slug", "description", "position")

    def delete_view(self, request, object_id, extra_context=None):
        theme = self.get_object(request, unquote(object_id))
        if theme is None or not self._is_kept(request, [theme]):
            return super().delete_view(request, object_id, extra_context)
        return redirect(reverse("admin:plans_theme_change", args=[theme.pk]))

    @admin.action(permissions=["delete"], description=delete_selected.short_description)
    def delete_selected(self, request, queryset):
        if self._is_kept(request, queryset):
            return None
        return delete_selected(self, request, queryset)

    def _is_kept(self, request, themes):
        """Whether any of the themes is in use; says which, and what to do."""
        used = {theme: uses_of(theme.slug) for theme in themes}
        if not self.has_delete_permission(request):
            return False
        for theme, places in used.items():
            if places:
                self.message_user(
                    request,
                    f"テーマ「{theme}」は、{'、'.join(places)}に付いているため"
                    "削除できません。先に、それらの記録からテーマを外してください。",
                    messages.ERROR,
                )
        return any(used.values())

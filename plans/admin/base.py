"""What every admin of the site shares: publishing, public links, parts of a plan."""

from decimal import Decimal

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.utils.html import format_html

from plans.decimals import decimal_text
from plans.publishing import publishing


class PlainTextField(forms.CharField):
    """Text whose line breaks are stored as one character, as in the plan files."""

    widget = AdminTextareaWidget

    def to_python(self, value):
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


class PlainDecimalField(forms.DecimalField):
    """A number without the zeros that the database adds at its end."""

    def prepare_value(self, value):
        return decimal_text(value) if isinstance(value, Decimal) else value


FIELD_CLASSES = {
    models.TextField: {"form_class": PlainTextField},
    models.DecimalField: {"form_class": PlainDecimalField},
}


class PublishingAdmin(admin.ModelAdmin):
    """Writes through `publishing()`: an edit and its page revision are one."""

    formfield_overrides = FIELD_CLASSES
    save_on_top = True
    list_per_page = 50

    def changeform_view(self, request, *args, **kwargs):
        return self._published(super().changeform_view, request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        return self._published(super().delete_view, request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        return self._published(super().changelist_view, request, *args, **kwargs)

    def _published(self, view, request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with publishing() as scopes:
            request.publishing_scopes = scopes
            return view(request, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            # A record that moves to another plan changes the pages of both.
            self._touch(request, type(obj)._default_manager.get(pk=obj.pk))
        super().save_model(request, obj, form, change)
        self._touch(request, obj)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        changed = [obj for obj, _ in formset.changed_objects]
        for obj in [*formset.new_objects, *changed, *formset.deleted_objects]:
            self._touch(request, obj)

    def delete_model(self, request, obj):
        self._touch(request, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self._touch(request, obj)
        super().delete_queryset(request, queryset)

    def _touch(self, request, obj):
        request.publishing_scopes.update(obj.publishing_scopes())


class PublicLinkMixin:
    """A column that opens the public page of a row, if visitors can see it."""

    @admin.display(description="公開ページ")
    def public_page(self, obj):
        plan = getattr(obj, "plan", obj)
        if plan.state == "draft":
            return "下書き"
        return format_html(
            '<a href="{}">開く<span class="visually-hidden">：{}</span></a>',
            obj.get_absolute_url(),
            obj,
        )


class PartForm(forms.ModelForm):
    """A part of a plan below another part, from which it takes its plan.

    `parent_fields` names the relations to look at, first one that is set wins.
    """

    parent_fields = ()

    def clean(self):
        cleaned = super().clean()
        parents = (cleaned.get(name) for name in self.parent_fields)
        parent = next(filter(None, parents), None)
        if parent is not None:
            self.instance.plan = parent.plan
        return cleaned

    def _get_validation_exclusions(self):
        # The plan is set above, so that a code taken twice is seen here and not by
        # the database alone.
        exclude = super()._get_validation_exclusions()
        if self.instance.plan_id:
            exclude.discard("plan")
        return exclude


def part_form(*parents):
    """A PartForm that takes the plan from one of the named relations."""
    return type("ParentedPartForm", (PartForm,), {"parent_fields": parents})


# The last group of every form of a part that says where it was printed.
SOURCE = ("原典", {"fields": ("source_heading", "source_page")})


class PartAdmin(PublishingAdmin):
    """A part of a plan: found by plan, code and words, listed in the plan's order."""

    list_filter = ("plan",)
    list_display_links = ("code",)
    ordering = ("plan__position", "position", "code")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("plan")


class PartFormSet(forms.BaseInlineFormSet):
    """Gives a new row a code below its parent's and the next position."""

    def save_new(self, form, commit=True):
        part = form.instance
        rows = type(part).objects.filter(plan=self.instance.plan_of_parts())
        if not part.code:
            part.code = _free_code(self.instance, rows)
        if not part.position:
            part.position = 1 + (
                rows.aggregate(last=models.Max("position"))["last"] or 0
            )
        return super().save_new(form, commit=commit)


def _free_code(parent, rows):
    taken = set(rows.values_list("code", flat=True))
    stem = f"{parent.code}-" if hasattr(parent, "code") else ""
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


class PartInlineMixin:
    """Rows of a part below its parent; a blank code is filled in when saving."""

    form = PartForm
    formset = PartFormSet
    extra = 0
    show_change_link = True
    ordering = ("position", "code")
    formfield_overrides = FIELD_CLASSES

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "code":
            field.required = False
            field.help_text = "空欄なら自動で付きます。"
        return field


class PartInline(PartInlineMixin, admin.TabularInline):
    """Short parts: a table with a row each."""


class TextPartInline(PartInlineMixin, admin.StackedInline):
    """Parts with long texts: one below the other, folded until they are opened."""

    classes = ("collapse",)

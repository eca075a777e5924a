"""What every admin of the site shares: publishing, public links, parts of a plan."""

from decimal import Decimal
from itertools import count

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.messages.storage import default_storage
from django.db import IntegrityError, models
from django.shortcuts import redirect
from django.utils.html import format_html

from plans.admin.conflicts.changing import AsksBeforeOverwriting
from plans.admin.conflicts.deleting import AsksBeforeDeleting
from plans.admin.conflicts.listing import ActsOnWhatWasShown
from plans.admin.counted_once import CountsItsListOnce
from plans.admin.history import TellsItsHistory
from plans.admin.reasons import AsksWhy
from plans.admin.relations import RelationBoxMixin
from plans.admin.table_rows import TableInline
from plans.admin.titles import NamesItsList
from plans.admin.twin_rows import TellsTwinRows
from plans.admin.years import YearField
from plans.decimals import decimal_text
from plans.fields import FiscalYearField, PositionField
from plans.models.plan_part import CODE_LENGTH, PlanPart
from plans.note_subjects import notes_follow
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
    models.URLField: {"assume_scheme": "https"},
    FiscalYearField: {"form_class": YearField},
}


class PublishingAdmin(
    NamesItsList,
    CountsItsListOnce,
    RelationBoxMixin,
    TellsItsHistory,
    AsksWhy,
    AsksBeforeOverwriting,
    AsksBeforeDeleting,
    ActsOnWhatWasShown,
    admin.ModelAdmin,
):
    """Writes through `publishing()`: an edit and its page revision are one.

    What somebody else changed since a page was opened is never overwritten unasked.
    """

    formfield_overrides = FIELD_CLASSES
    save_on_top = True
    list_per_page = 50

    def changeform_view(self, request, *args, **kwargs):
        return self._published(super().changeform_view, request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        return self._published(super().delete_view, request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        # Django refuses this in its search box but hands it on from a filter.
        if any("\0" in value for key, value in request.GET.items() if key != "q"):
            return redirect(f"{request.path}?e=1")
        return self._published(super().changelist_view, request, *args, **kwargs)

    def _published(self, view, request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        sent = request.POST
        try:
            return self._in_transaction(view, request, *args, **kwargs)
        except IntegrityError:
            # Somebody else was quicker between the checks and the writing. Now the
            # checks can see it and say it in words.
            request.POST = sent
            request._messages = default_storage(request)
            return self._in_transaction(view, request, *args, **kwargs)

    def _in_transaction(self, view, request, *args, **kwargs):
        with publishing() as scopes:
            request.publishing_scopes = scopes
            return view(request, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        stored = type(obj)._default_manager.get(pk=obj.pk) if change else obj
        # A record that moves to another plan changes the pages of both.
        self._touch(request, stored)
        if not change or form.has_changed():
            # The history tells what was changed, not that somebody pressed a button.
            super().save_model(request, obj, form, change)
        self._touch(request, obj)
        # A note stays in its plan, where the code may be that of another record.
        if getattr(stored, "plan_id", None) == getattr(obj, "plan_id", None):
            _take_notes_along([form])

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        _take_notes_along(formset.initial_forms)
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


def _take_notes_along(forms):
    """Have source notes follow the records whose codes were changed in the forms."""
    changed = [form for form in forms if "code" in form.changed_data]
    if changed and isinstance(changed[0].instance, PlanPart):
        first = changed[0].instance
        codes = {form.initial.get("code"): form.instance.code for form in changed}
        notes_follow(first.plan_id, type(first), codes)


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
    formset = None

    def clean(self):
        cleaned = super().clean()
        parents = (cleaned.get(name) for name in self.parent_fields)
        parent = next(filter(None, parents), None)
        if parent is not None and parent.plan_id:
            self.instance.plan = parent.plan
        if self.formset is not None:
            self._number(cleaned)
        return cleaned

    def _number(self, cleaned):
        """Fill in what a row in a list of rows may leave out."""
        if not cleaned.get("code") and "code" not in self.errors:
            if self.instance.pk:
                self.add_error("code", "コードは空欄にできません。")
            else:
                cleaned["code"] = self.formset.free_code()
        if not cleaned.get("position") and not self.instance.pk:
            cleaned["position"] = self.formset.free_position()

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
    list_select_related = ("plan",)
    ordering = ("plan__position", "position", "code")

    def get_queryset(self, request):
        # Lists and the boxes that offer records name each with its plan.
        return super().get_queryset(request).select_related(*self.list_select_related)


class PartFormSet(TellsTwinRows, forms.BaseInlineFormSet):
    """Gives a new row without a code one below its parent's, and the next position."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.formset = self
        return form

    def free_code(self) -> str:
        """The first code below the parent's that no row has and nobody typed."""
        plan = getattr(self.instance, "plan_id", self.instance.pk)
        rows = self.model.objects.filter(plan_id=plan)
        taken = set(rows.values_list("code", flat=True)) | self._given("code")
        taken |= {form.data.get(form.add_prefix("code")) for form in self.forms}
        stem = f"{self.instance.code}-" if hasattr(self.instance, "code") else ""
        for number in count(1):
            code = f"{stem[: CODE_LENGTH - len(str(number))]}{number}"
            if code not in taken:
                return code

    def free_position(self) -> int:
        """The place after all rows of the parent, saved or just added."""
        places = {row.position for row in self.get_queryset()}
        places |= self._given("position")
        return min(max(places, default=0) + 1, PositionField.high)

    def _given(self, name):
        rows = (getattr(form, "cleaned_data", {}) for form in self.forms)
        return {row[name] for row in rows if row.get(name)}


class PartInlineMixin:
    """Rows of a part below its parent; a blank code is filled in when saving."""

    form = PartForm
    formset = PartFormSet
    extra = 0
    show_change_link = True
    ordering = ("position", "code")
    formfield_overrides = FIELD_CLASSES

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("plan")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "code":
            field.required = False
            field.help_text = "空欄なら自動で付きます。"
        return field


class PartInline(PartInlineMixin, TableInline):
    """Short parts: a table with a row each."""


class TextPartInline(PartInlineMixin, admin.StackedInline):
    """Parts with long texts: one below the other, folded until they are opened."""

    classes = ("collapse",)

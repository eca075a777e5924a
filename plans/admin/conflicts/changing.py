"""The change page: whoever saves second is asked before anything is overwritten."""

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.urls import reverse

from plans.admin.conflicts.comparing import Compared
from plans.admin.conflicts.merging import as_new, merge_sent
from plans.admin.conflicts.who import last_change, saved_by
from plans.admin.conflicts.words import (
    Box,
    conflict_box,
    kept_text,
    words_of,
)
from plans.admin.opened import FIELD, Opened

CONFLICT = 409

_SAVE_AS_NEW = (
    "入力した内容は、下の欄にそのまま残っています。",
    "このまま保存すると、新しい記録として加えます。",
)
_COPY = ("入力した内容は次のとおりです。", "要るところを書き写してください。")


class NotYetSaved:
    """A form that is shown again instead of being saved."""

    def clean(self):
        cleaned = super().clean()
        self.add_error(
            None,
            "まだ保存していません。上の説明を確かめてから、もう一度保存してください。",
        )
        return cleaned


class AsksBeforeOverwriting:
    """For a ModelAdmin whose change view runs in a transaction."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        if getattr(request, "conflict", None):
            kwargs["form"] = type(self.form)(
                "RefusedForm", (NotYetSaved, self.form), {}
            )
        return super().get_form(request, obj, change=change, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.conflict, kept = None, []
        if request.method == "POST" and object_id is not None:
            record = self.locked(request, object_id)
            if record is None and self._may_be_gone(request, object_id):
                return self._gone_view(request, object_id, extra_context)
            if record and self.has_change_permission(request, record):
                kept = self._merge(request, record)
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if kept and response.status_code == 302:
            messages.info(request, kept_text(kept))
        return _with_versions(request, response)

    def locked(self, request, object_id):
        """The stored record, which nobody else can change before the end."""
        record = self.get_object(request, unquote(object_id))
        rows = self.model._base_manager.select_for_update(no_key=True)
        # A model's own order may join other tables, whose rows would be locked too: the
        # other way round than the staff's screens lock them.
        return record and rows.filter(pk=record.pk).order_by("pk").first()

    def _merge(self, request, record):
        merge = merge_sent(self, request, record)
        if merge.is_refused and not _was_sent_twice(request, record, merge):
            request.conflict = self._box(request, record, merge)
        request.POST = merge.values
        return merge.kept

    def _box(self, request, record, merge):
        changed = [one.stored for one in merge.conflicts if one.stored]
        if merge.opened is None:
            why = "この画面をいつ開いたのかが分からないため、保存しませんでした。"
        else:
            why = saved_by([record, *changed], request.user, merge.opened.at)
        return conflict_box(why, merge.conflicts, self._url("change", quote(record.pk)))

    def _may_be_gone(self, request, object_id):
        """Whether there can have been such a record, which this person might edit."""
        try:
            self.opts.pk.to_python(unquote(object_id))
        except ValidationError:
            return False
        return self.has_change_permission(request)

    def _gone_view(self, request, object_id, extra_context):
        opened = Opened.sent(request.POST) or Opened.now([])
        request.POST = as_new(self, request)
        gone = self.model(pk=self.opts.pk.to_python(unquote(object_id)))
        may_add = self.has_add_permission(request)
        box = Box(
            title=f"まだ保存していません：この{self.opts.verbose_name}は、もうありません",
            sentences=[
                saved_by([gone], request.user, opened.at),
                *(_SAVE_AS_NEW if may_add else _COPY),
            ],
            records=[] if may_add else self._typed_words(request),
        )
        if not may_add:
            return self._gone_page(request, box)
        request.conflict = box
        response = super().changeform_view(
            request, None, self._url("add"), extra_context
        )
        return _with_versions(request, response)

    def _gone_page(self, request, box):
        context = {
            **self.admin_site.each_context(request),
            "title": box.title,
            "conflict": box,
        }
        return TemplateResponse(
            request, "admin/conflict_gone.html", context, status=CONFLICT
        )

    def _typed_words(self, request):
        form = self.get_form(request)(request.POST, instance=self.model())
        formsets = self._create_formsets(request, form.instance, change=False)[0]
        rows = [form for formset in formsets for form in formset if form.has_changed()]
        return [words_of(Compared(one, None, None)) for one in [form, *rows]]

    def _url(self, page, *args):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=args)


def _was_sent_twice(request, record, merge):
    """Whether a button was pressed twice: the same words, by the same person."""
    if not merge.is_stored_already:
        return False
    change = last_change([record], merge.opened.at)
    return change is not None and change.user == request.user


def _with_versions(request, response):
    """The page with its versions, and with the box if it was not saved."""
    context = getattr(response, "context_data", None)
    if context is None:
        return response
    if request.method == "POST":
        context["versions"] = request.POST.get(FIELD, "")
    elif context.get("original"):
        context["versions"] = Opened.now(_shown(context)).text()
    if request.conflict:
        context["conflict"] = request.conflict
        response.status_code = CONFLICT
    return response


def _shown(context):
    """The record of a change page and the rows below it."""
    yield context["original"]
    for inline in context["inline_admin_formsets"]:
        yield from (form.instance for form in inline.formset.initial_forms)

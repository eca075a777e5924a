"""The pages of the admin on which records go into a file and come from one."""

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from plans.admin.files import kept as keeping
from plans.admin.files.exporting import exported, homes_of
from plans.admin.files.formats import FORMATS
from plans.admin.files.importing import Moved, Refused, look, store, versions_of
from plans.admin.files.preview import preview_page
from plans.admin.files.reading import read_file
from plans.admin.files.resources import MOST_CHANGES
from plans.tables import FileError
from plans.tables.limits import MOST_BYTES
from plans.typed_text import has_hidden_characters

_GONE = "確かめていたファイルは、確定したか、取りやめたか、1日がたって消えました。"
_MOVED = (
    "確かめているあいだに、ほかの人が記録を変えました。何も保存していません。"
    "いまの内容で、もう一度確かめてください。"
)
_REFUSED = "確定できない行があるため、何も保存していません。"
_LONGEST_REASON = 300


class KeepsFiles:
    """For a ModelAdmin with a `resource_class`: files beside its list."""

    resource_class = None
    change_list_template = "admin/files/change_list.html"

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                f"{page}/",
                self.admin_site.admin_view(view),
                name=f"{name}_{page}",
            )
            for page, view in (
                ("import", self.import_view),
                ("export", self.export_view),
            )
        ]
        return own + super().get_urls()

    def has_import_permission(self, request) -> bool:
        """A file adds and changes: who may not do both by hand may not by file."""
        codename = get_permission_codename("import", self.opts)
        return (
            request.user.has_perm(f"{self.opts.app_label}.{codename}")
            and self.has_add_permission(request)
            and self.has_change_permission(request)
        )

    def has_export_permission(self, request) -> bool:
        return self.has_view_permission(request)

    def changelist_view(self, request, extra_context=None):
        context = {
            "may_import": self.has_import_permission(request),
            "may_export": self.has_export_permission(request),
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    @method_decorator(require_safe)
    def export_view(self, request):
        if not self.has_export_permission(request):
            raise PermissionDenied
        queryset = self.get_queryset(request).order_by(*self.get_ordering(request))
        homes, wanted = homes_of(queryset), request.GET.get("format", "")
        home, refusal = request.GET.get("home", ""), ""
        if wanted in FORMATS and home in {"", *dict(homes)}:
            try:
                return exported(
                    self.resource_class(), queryset, home=home, wanted=wanted
                )
            except FileError as error:
                refusal = str(error)
        page = {
            "title": f"{self.opts.verbose_name_plural}をファイルに取り出す",
            "homes": homes,
            "home": home,
            "wanted": wanted if wanted in FORMATS else next(iter(FORMATS)),
            "formats": [(each.name, each.label) for each in FORMATS.values()],
            "home_word": self.resource_class().keys[0].model_field.verbose_name,
            "refusal": refusal,
        }
        return self._page(request, "admin/files/export.html", page)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def import_view(self, request):
        """A file is chosen, then looked at under its token, then stored."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        values = request.POST if request.method == "POST" else request.GET
        if "kept" not in values:
            return self._choose(request)
        found = keeping.kept(
            values["kept"], model=self.opts.label, person=request.user.pk
        )
        if found is None:
            messages.warning(request, f"{_GONE}もう一度ファイルを選んでください。")
            return redirect(self._address("import"))
        try:
            return self._answer(request, found)
        except FileError as error:
            keeping.forget(found)
            messages.error(request, str(error))
            return redirect(self._address("import"))

    def _answer(self, request, found):
        wanted = request.POST.get("do")
        if wanted == "cancel":
            keeping.forget(found)
            said = "取り込みを取りやめました。何も保存していません。"
            messages.success(request, said)
            return redirect(self._address("changelist"))
        if wanted == "confirm":
            return self._confirm(request, found)
        if wanted == "reason":
            return self._take_reason(request, found)
        return self._show(request, found)

    def _choose(self, request):
        refusal = ""
        if request.method == "POST":
            try:
                found = self._received(request)
            except FileError as error:
                refusal = str(error)
            else:
                return redirect(f"{self._address('import')}?kept={found.token}")
        page = {
            "title": f"{self.opts.verbose_name_plural}をファイルから取り込む",
            "columns": [column.heading for column in self.resource_class().columns()],
            "keys": [field.column_name for field in self.resource_class().keys],
            "reason": request.POST.get("reason", ""),
            "longest_reason": _LONGEST_REASON,
            "most_changes": MOST_CHANGES,
            "refusal": refusal,
        }
        return self._page(request, "admin/files/import.html", page)

    def _received(self, request):
        file = request.FILES.get("file")
        if file is None:
            raise FileError("ファイルを選んでください。")
        reason = _reason(request)
        resource = self.resource_class()
        # One byte more than allowed is enough to be refused.
        content = file.read(MOST_BYTES + 1)
        fields = resource.get_import_fields()
        read = read_file(file.name, content, fields, resource.keys)
        return keeping.keep(
            {
                "model": self.opts.label,
                "person": request.user.pk,
                "file_name": file.name[:100],
                "reason": reason,
                "read": read.content(),
                "versions": versions_of(self.resource_class, read),
            }
        )

    def _take_reason(self, request, found):
        """The same file with a reason, looked at anew."""
        try:
            reason = _reason(request)
        except FileError as error:
            return self._show(request, found, str(error))
        again = keeping.keep({**found.content, "reason": reason})
        keeping.forget(found)
        return redirect(f"{self._address('import')}?kept={again.token}")

    def _show(self, request, found, refusal="", status=200):
        outlook = look(self.resource_class, found.content, user=request.user)
        page = {
            "title": f"{self.opts.verbose_name_plural}の取り込みを確かめる",
            "kept": found.token,
            "refusal": refusal,
            **preview_page(outlook, found.content, request.GET.get("page")),
            "longest_reason": _LONGEST_REASON,
        }
        return self._page(request, "admin/files/preview.html", page, status)

    def _confirm(self, request, found):
        looked_at = request.POST.get("looked_at", "")
        try:
            done = store(
                self.resource_class,
                found.content,
                looked_at=looked_at,
                user=request.user,
            )
        except Moved:
            return self._show(request, found, _MOVED, 409)
        except Refused:
            return self._show(request, found, _REFUSED, 409)
        keeping.forget(found)
        said = f"「{found.content['file_name']}」を取り込みました。"
        counts = f"{done['new']:,}件を新しく登録し、{done['changed']:,}件を変えました。"
        messages.success(request, f"{said}{counts}")
        return redirect(self._address("changelist"))

    def _address(self, page):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")

    def _page(self, request, template, page, status=200):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "changelist_url": self._address("changelist"),
            "export_url": self._address("export"),
            "import_url": self._address("import"),
            "may_import": self.has_import_permission(request),
            **page,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, context, status=status)


def _reason(request) -> str:
    """What was typed as the reason, on one line. Raises FileError."""
    reason = " ".join(request.POST.get("reason", "").split())
    if len(reason) > _LONGEST_REASON:
        raise FileError(f"理由は{_LONGEST_REASON}字までで書いてください。")
    if has_hidden_characters(reason):
        raise FileError("理由に目に見えない文字があります。打ち直してください。")
    return reason

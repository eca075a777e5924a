"""Actions of a list: they act on what the list showed, or say that it has changed."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpResponseRedirect

from plans.admin.conflicts.deleting import ask_again, asking
from plans.admin.conflicts.words import name_of
from plans.admin.opened import Opened

_DIGITS = 18  # of the largest number that every database takes as a key


class ActsOnWhatWasShown:
    """For a ModelAdmin whose list view runs in a transaction."""

    def changelist_view(self, request, extra_context=None):
        request.conflict = None
        if request.method == "POST" and "action" in request.POST:
            selected = self._selected(request)
            if request.POST["action"] == "delete_selected":
                self._ask_before_deleting(request, selected)
            elif stale := _stale(request, selected):
                self._say_stale(request, stale)
                return HttpResponseRedirect(request.get_full_path())
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if "cl" in context:
            context["versions"] = Opened.now(context["cl"].result_list).text()
        if "deletable_objects" in context:
            asking(request, response, list(context["queryset"]))
        return response

    def _selected(self, request):
        """The stored records ticked in a list; nobody else can change them now."""
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        keys = [key for key in keys if key.isdecimal() and len(key) <= _DIGITS]
        rows = self.model._base_manager.select_for_update(no_key=True)
        return list(rows.filter(pk__in=keys).order_by("pk"))

    def _ask_before_deleting(self, request, selected):
        if "post" in request.POST and self.has_delete_permission(request):
            values = request.POST.copy()
            del values["post"]
            ask_again(request, selected, values)

    def _say_stale(self, request, stale):
        for record in stale:
            self.message_user(
                request,
                f"{name_of(record)}は、一覧を開いたあとに変わりました。"
                "まだ何もしていません。いまの内容を確かめて、もう一度選んでください。",
                messages.WARNING,
            )


def _stale(request, selected):
    """The ticked records that are not as the list showed them.

    Who chose all pages knows that most of them were not shown.
    """
    opened = Opened.sent(request.POST) or Opened.now([])
    is_all = request.POST.get("select_across") == "1"
    return [
        record
        for record in selected
        if not opened.has_current(record)
        and not (is_all and opened.version_of(record) is None)
    ]

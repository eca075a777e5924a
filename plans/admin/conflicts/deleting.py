"""The page that asks before deleting: what changed since it asked, it asks again."""

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.http import QueryDict

from plans.admin.conflicts.changing import CONFLICT
from plans.admin.conflicts.who import saved_by
from plans.admin.conflicts.words import Box, changed_words
from plans.admin.opened import Opened


class AsksBeforeDeleting:
    """For a ModelAdmin whose delete view runs in a transaction."""

    def delete_view(self, request, object_id, extra_context=None):
        request.conflict = None
        if request.method == "POST":
            record = self.locked(request, object_id)
            if record and self.has_delete_permission(request, record):
                ask_again(request, [record], QueryDict())
        response = super().delete_view(request, object_id, extra_context)
        context = getattr(response, "context_data", None) or {}
        if "object" in context:
            asking(request, response, [context["object"]])
        return response


def ask_again(request, records, values) -> None:
    """Go on with `values`, which only ask, where there is now something else to go."""
    doomed, is_protected = _doomed(records)
    opened = Opened.sent(request.POST)
    if is_protected or (opened and opened.shows(doomed)):
        return
    request.conflict = _box(request, doomed, opened)
    request.POST = values


def asking(request, response, records) -> None:
    """Give a page that asks the versions of all that would go."""
    response.context_data["versions"] = Opened.now(_doomed(records)[0]).text()
    if request.conflict:
        response.context_data["conflict"] = request.conflict
        response.status_code = CONFLICT


def _doomed(records):
    """All that would go with the records, and whether something stands in the way."""
    if not records:
        return [], False
    collector = NestedObjects(using=router.db_for_write(type(records[0])))
    collector.collect(records)
    doomed = [one for group in collector.data.values() for one in group]
    return doomed, bool(collector.protected)


def _box(request, doomed, opened):
    if opened is None:
        why, records = "この画面をいつ開いたのかが分かりません。", []
    else:
        stale = [one for one in doomed if not opened.has_current(one)]
        why = saved_by(doomed, request.user, opened.at)
        records = [changed_words(one, opened.version_of(one)) for one in stale]
    return Box(
        title="まだ削除していません：確認の画面を開いたあとに内容が変わりました",
        sentences=[
            why,
            "いまの内容を確かめてください。削除するときは、もう一度押します。",
        ],
        records=records,
        has_typed=False,
    )

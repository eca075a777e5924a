"""The history page of a record in the admin: who changed what, when and why.

The rows below a record, which are edited on its page, are told with it. There is no
button that brings an old state back: it would go round the checks and the reasons of
the forms. What was before stands on the page, to be typed again.
"""

from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.template.response import TemplateResponse

from plans.admin.conflicts.words import name_of
from plans.changes.history_rows import newest
from plans.changes.paging import Paging
from plans.changes.words import changes_in_words

ROWS = 50


class TellsItsHistory:
    """For a ModelAdmin of a tracked model; a deleted record keeps its page."""

    def history_view(self, request, object_id, extra_context=None):
        record = self._record_or_last_state(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        page = Paging.of(request.GET, ROWS)
        rows = page.cut(newest(self._sources(record.pk), page.start, page.fetched))
        context = {
            **self.admin_site.each_context(request),
            "title": f"変更の履歴：{name_of(record)}",
            "object": record,
            "is_deleted": not self.model._base_manager.filter(pk=record.pk).exists(),
            "opts": self.opts,
            "changes": changes_in_words(rows, get_user_model()),
            "page": page,
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/record_history.html", context)

    def _record_or_last_state(self, request, key):
        """The record; one that was deleted as its history saw it last; or None."""
        record = self.get_object(request, key)
        if record is not None:
            return record
        try:
            pk = self.opts.pk.to_python(key)
        except ValidationError:
            return None
        rows = newest([self.model.history.filter(id=pk)], 0, 1)
        return rows[0].after if rows else None

    def _sources(self, pk):
        """The record's own history and those of the rows on its page."""
        yield self.model.history.filter(id=pk)
        for inline in self.inlines:
            below = inline.model
            yield below.history.filter(**{_relation_to(self.model, below): pk})


def _relation_to(above, below):
    return next(
        field.attname
        for field in below._meta.concrete_fields
        if field.related_model is above
    )

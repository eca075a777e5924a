"""A sent form, put together with what others stored since it was opened.

What a person left as it was is never written back over what somebody else stored;
what a person typed is kept, and asks first where somebody else was quicker.
"""

from copy import copy
from dataclasses import dataclass, field

from django.contrib.admin.utils import flatten_fieldsets
from django.http import QueryDict

from plans.admin.conflicts.comparing import Compared, as_sent
from plans.admin.conflicts.rows import Rows
from plans.admin.opened import FIELD, Opened


@dataclass
class Merge:
    """The values to go on with, what must be asked first, and what stayed unopposed."""

    values: QueryDict
    opened: Opened | None
    conflicts: list[Compared] = field(default_factory=list)
    kept: list[Compared] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return self.opened is None or bool(self.conflicts)

    @property
    def is_stored_already(self) -> bool:
        """Whether the form would change nothing, as one that was sent twice."""
        return self.opened is not None and all(
            compared.is_stored_already for compared in self.conflicts
        )


def merge_sent(admin, request, record) -> Merge:
    """Compare a sent change form with its records, which stay locked until the end.

    `record` is the stored record, locked already.
    """
    merge = Merge(request.POST.copy(), Opened.sent(request.POST))
    form_class = admin.get_form(
        request,
        record,
        change=True,
        fields=flatten_fieldsets(admin.get_fieldsets(request, record)),
    )
    form = form_class(request.POST, request.FILES, instance=copy(record))
    formsets, inlines = admin._create_formsets(request, form.instance, change=True)
    stored = [locked_rows(formset) for formset in formsets]
    records = [record, *(row for rows in stored for row in rows)]
    if merge.opened and merge.opened.shows(records):
        return merge
    opened = merge.opened or Opened.now([])
    form.full_clean()
    _merge_record(merge, Compared(form, opened.version_of(record), record))
    for formset, inline, rows in zip(formsets, inlines, stored, strict=True):
        formset.is_valid()
        if inline.has_change_permission(request, record):
            _merge_rows(merge, Rows(formset, rows, opened).merge())
    merge.values[FIELD] = Opened.now(records).text()
    return merge


def locked_rows(formset) -> list:
    """The stored rows below a record; nobody else can change them before the end."""
    rows = formset.get_queryset()
    return list(rows.select_for_update(of=("self",), no_key=True))


def _merge_record(merge, compared):
    if compared.is_conflict:
        merge.conflicts.append(compared)
    elif compared.left_alone:
        merge.kept.append(compared)
    shown = type(compared.form)(instance=compared.stored)
    for name in compared.left_alone:
        texts = as_sent(shown, name)
        merge.values.setlist(name, texts) if texts else merge.values.pop(name, None)


def _merge_rows(merge, rows):
    rows.write(merge.values)
    merge.conflicts += rows.conflicts
    merge.kept += rows.kept


def as_new(admin, request) -> QueryDict:
    """The values of a form whose record is gone, for a new record with all its rows."""
    values = request.POST.copy()
    values.pop(FIELD, None)
    record = admin.model()
    for formset in admin._create_formsets(request, record, change=False)[0]:
        for number in range(formset.total_form_count()):
            for name in (formset.model._meta.pk.name, formset.fk.name):
                values.pop(f"{formset.prefix}-{number}-{name}", None)
        values[f"{formset.prefix}-INITIAL_FORMS"] = "0"
    return values

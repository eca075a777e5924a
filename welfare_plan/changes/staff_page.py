"""Everything that was changed lately, whoever did it, the newest first."""

from dataclasses import dataclass

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse

from plans.changes.history_rows import newest
from plans.changes.paging import Paging
from plans.changes.tracked import owner_field
from plans.changes.words import Change, changes_in_words
from plans.models import Plan
from welfare_plan.changes.filters import ChangeFilter

ROWS = 50


@dataclass(frozen=True)
class Entry:
    change: Change
    url: str


def staff_page(values, *, sees_admin: bool) -> dict:
    """One page; links to the histories of records for those who see the admin."""
    chosen = ChangeFilter(values)
    page = Paging.of(values, ROWS)
    rows = page.cut(newest(chosen.sources(), page.start, page.fetched))
    changes = changes_in_words(rows, get_user_model())
    return {
        "filter": chosen,
        "chooser": chosen.chooser(reverse("staff-changes")),
        "page": page,
        "entries": [
            Entry(change, _history_url(row) if sees_admin else "")
            for row, change in zip(rows, changes, strict=True)
        ],
    }


def _history_url(row):
    """The history of the record, or of the one on whose page it is edited."""
    model, pk = row.model, row.record
    owner = owner_field(model)
    if not admin.site.is_registered(model) and owner is not None:
        model, pk = owner.related_model, getattr(row.after, owner.attname)
    elif not admin.site.is_registered(model) and hasattr(row.after, "plan_id"):
        model, pk = Plan, row.after.plan_id
    if not admin.site.is_registered(model):
        return ""
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[pk])

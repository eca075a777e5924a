"""The list of notes to settle: grouped by plan, then by how sure the site is."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.urls import reverse

from plans.admin.opened import Opened
from plans.models import Plan, SourceNote
from plans.note_work.forms import FilterForm
from plans.pages import note_subject, section_homes
from plans.presenters import note_row, plan_name

_A_PAGE = 30
# The field that carries what a note was when somebody looked at it.
NOTE_FIELD = "opened"
_ORDER = ("plan__position", "plan__slug", "certainty", "position", "code")


def plans_with_notes() -> list[Plan]:
    """Plans that have notes, each with the number of those still open."""
    open_notes = Count("sourcenote_set", filter=Q(sourcenote_set__settled=False))
    plans = Plan.objects.filter(sourcenote_set__isnull=False)
    return list(plans.annotate(open=open_notes).order_by("position", "slug"))


def note_list(values) -> dict:
    """One page of the notes that the filter lets through."""
    plans = plans_with_notes()
    chosen = FilterForm(values, plans)
    page = Paginator(_chosen_notes(chosen), _A_PAGE).get_page(values.get("page"))
    query = values.copy()
    query.pop("page", None)
    return {
        "filter": chosen,
        "groups": _groups(page.object_list),
        "count": page.paginator.count,
        "open_count": sum(plan.open for plan in plans),
        "page": page,
        "query": query.urlencode(),
        "back": values.urlencode(),
        "shows_settled": chosen.chosen("settled") == "yes",
    }


def _chosen_notes(chosen: FilterForm):
    notes = SourceNote.objects.filter(settled=chosen.chosen("settled") == "yes")
    for field, name in (
        ("plan__slug", "plan"),
        ("certainty", "certainty"),
        ("category", "category"),
    ):
        if chosen.chosen(name):
            notes = notes.filter(**{field: chosen.chosen(name)})
    return notes.select_related("plan").order_by(*_ORDER)


def _groups(notes):
    notes = list(notes)
    homes = section_homes(
        plan__in={note.plan_id for note in notes},
        code__in=[n.about_code for n in notes if n.about_kind == "section"],
    )
    sections = {(row["plan_id"], row["code"]): row for row in homes}
    return [
        {
            "name": plan_name(plan),
            "certainties": [
                {
                    "name": SourceNote.Certainty(certainty).label,
                    "notes": [note_texts(note, sections) for note in group],
                }
                for certainty, group in groupby(of_plan, lambda note: note.certainty)
            ],
        }
        for plan, of_plan in groupby(notes, lambda note: note.plan)
    ]


def note_texts(note: SourceNote, sections: dict) -> dict:
    """A note in words with the links to it and to its record."""
    own = {code: row for (plan, code), row in sections.items() if plan == note.plan_id}
    values = {field.name: getattr(note, field.name) for field in note._meta.fields}
    is_public = note.plan.state != Plan.State.DRAFT
    subject = note_subject(note.plan, values, own)
    return {
        **note_row(values),
        **subject,
        "public_url": subject["url"] if is_public else "",
        "settle_url": reverse("note-settling", args=[note.pk]),
        "record_url": reverse("noted-record", args=[note.pk]),
        "opened": Opened.now([note]).text(),
        "is_settled": note.settled,
    }

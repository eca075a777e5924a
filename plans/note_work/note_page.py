"""One note with its three ways to be settled."""

from plans.admin.opened import FIELD
from plans.models import SourceNote
from plans.note_work.listing import note_texts
from plans.note_work.places import Place
from plans.pages import section_homes
from plans.presenters import plan_name


def note_page(note: SourceNote, places: list[Place], sent, reasons, **shown) -> dict:
    """What the screen shows; `sent` holds the forms of the places."""
    homes = ()
    if note.about_kind == SourceNote.AboutKind.SECTION:
        homes = section_homes(plan=note.plan_id, code=note.about_code)
    texts = note_texts(note, {(row["plan_id"], row["code"]): row for row in homes})
    return {
        "note": texts,
        "plan_name": plan_name(note.plan),
        "versions_field": FIELD,
        "versions": sent.versions,
        "places": [
            _place(place, form) for place, form in zip(places, sent.forms, strict=True)
        ],
        "reasons": reasons,
        "box": sent.box,
        **shown,
    }


def _place(place, form):
    meta = place.record._meta
    return {
        "heading": f"{meta.verbose_name}「{place.record.code}」",
        "form": form,
        "excerpts": [
            {"label": meta.get_field(name).verbose_name, "excerpt": found}
            for name, found in place.excerpts
        ],
    }

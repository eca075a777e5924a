"""One note with its three ways to be settled."""

from plans.admin.conflicts.words import Box, changed_words, saved_by
from plans.admin.opened import FIELD, Opened
from plans.editing.merging import UNKNOWN_TIME
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


def changed_box(note: SourceNote, opened: Opened | None, user) -> Box:
    """The box above a note that is no longer what the person looked at."""
    return Box(
        title="まだ保存していません：この注記は、開いたあとに変わりました",
        sentences=[
            saved_by([note], user, opened.at) if opened else UNKNOWN_TIME,
            "入力した内容は、下の欄にそのまま残っています。",
            "いまの注記を確かめてから、もう一度選んでください。",
        ],
        records=[changed_words(note, opened and opened.version_of(note))],
        has_typed=False,
    )

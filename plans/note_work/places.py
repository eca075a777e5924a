"""Where the words or the figures of a note stand: the record and its text fields.

The record's own texts come first; then those of the parts below it that notes cannot
name themselves, such as the voices of a measure.
"""

from dataclasses import dataclass

from django.db.models import CharField, TextField

from plans.models import SourceNote
from plans.models.plan_part import PlanPart
from plans.note_subjects import figures_of, kind_of, subject_of
from plans.note_work.words import Excerpt, excerpt

Category = SourceNote.Category
_ABOUT_FIGURES = {
    Category.UNIT,
    Category.BASELINE_YEAR,
    Category.PLACEHOLDER,
    Category.NO_BASELINE,
}
# The printed form of a figure, and where it was printed, stay as they are.
_KEPT = ("code", "source_heading", "source_page")


@dataclass(frozen=True)
class Place:
    """A record with those of its fields that can be put right."""

    record: PlanPart
    fields: tuple[str, ...]
    excerpts: tuple[tuple[str, Excerpt], ...] = ()


def words_of(note: SourceNote) -> str:
    """The words to look for: those that the site shows."""
    return note.shown or note.printed


def places_of(note: SourceNote, *, lock: bool = False) -> list[Place]:
    """What can be edited for a note; none for a plan or for a record that is gone."""
    record = subject_of(note, lock=lock)
    if record is None:
        return []
    figures = ()
    if note.category in _ABOUT_FIGURES:
        figures = figures_of(note.about_kind)
    records = (record, *_below(record, lock))
    own, *below = (_with_words(one, words_of(note)) for one in records)
    if own.fields or figures:
        fields = tuple(dict.fromkeys((*own.fields, *figures)))
        return [Place(record, fields, own.excerpts)]
    below = [place for place in below if place.fields]
    return below or [Place(record, tuple(_texts(record)))]


def _below(record, lock):
    for relation in record._meta.related_objects:
        model = relation.related_model
        if issubclass(model, PlanPart) and not kind_of(model):
            rows = model.objects.filter(**{relation.field.name: record})
            rows = rows.select_related("plan__parent")
            if lock:
                rows = rows.select_for_update(of=("self",), no_key=True)
            yield from rows


def _with_words(record, words):
    excerpts = tuple(
        (name, found)
        for name, text in _texts(record).items()
        if (found := excerpt(text, words))
    )
    return Place(record, tuple(name for name, _ in excerpts), excerpts)


def _texts(record) -> dict[str, str]:
    """The fields of a record that hold text of the plan, with what they hold."""
    kept = (*_KEPT, *figures_of(kind_of(type(record))))
    return {
        field.name: getattr(record, field.name)
        for field in record._meta.concrete_fields
        if isinstance(field, CharField | TextField)
        and not field.choices
        and field.name not in kept
        and not field.name.endswith("_as_printed")
        and getattr(record, field.name)
    }

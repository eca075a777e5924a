"""What a source note can be about: the records of each kind, asked app by app.

Notes point at records by kind and code. This app knows its own kinds; higher apps
register theirs when they are ready. A record whose code changes takes its notes along.
"""

from collections.abc import Callable, Iterable

from plans.models import (
    BasicPolicy,
    GlossaryTerm,
    Measure,
    Plan,
    Section,
    SourceNote,
)

Subjects = Callable[[Plan], Iterable[tuple[str, str]]]

_subjects: dict[str, Subjects] = {}
_models: dict[str, type] = {}
_figures: dict[str, tuple[str, ...]] = {}


def register_note_subjects(
    kind: str, subjects: Subjects, *, model=None, figures: tuple[str, ...] = ()
) -> None:
    """Have `subjects(plan)` give the (code, name) pairs of one kind of record.

    `model` holds the records; `figures` are its fields for numbers and units.
    """
    _subjects[kind] = subjects
    _figures[kind] = figures
    if model is not None:
        _models[kind] = model


def note_subjects(kind: str, plan: Plan) -> dict[str, str]:
    """Code to name of the records of a kind in a plan; a plan itself has no code."""
    return dict(_subjects[kind](plan)) if kind in _subjects else {}


def subject_of(note: SourceNote, *, lock: bool = False):
    """The record that a note is about; None for a plan and for what has gone."""
    model = _models.get(note.about_kind)
    if model is None:
        return None
    rows = model.objects.select_related("plan__parent")
    if lock:
        rows = rows.select_for_update(of=("self",), no_key=True)
    return rows.filter(plan=note.plan_id, code=note.about_code).first()


def kind_of(model) -> str:
    """The kind of a model's records; empty where notes are not about them."""
    return next((kind for kind, known in _models.items() if known is model), "")


def figures_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind of record that hold numbers and units."""
    return _figures.get(kind, ())


def notes_follow(plan, model, new_codes: dict[str, str]) -> None:
    """Have the notes about records of a model follow them from old to new codes.

    All at once, so that two records may exchange their codes.
    """
    notes = SourceNote.objects.filter(
        plan=plan, about_kind=kind_of(model), about_code__in=new_codes
    )
    for note in list(notes):
        note.about_code = new_codes[note.about_code]
        note.save()


def part_subjects(model, name) -> Subjects:
    """The (code, name) pairs of a model of plan parts, by a field or an expression."""
    return lambda plan: (
        model.objects.filter(plan=plan)
        .order_by("position", "code")
        .values_list("code", name)
    )


for _kind, _model, _name in (
    ("section", Section, "heading"),
    ("policy", BasicPolicy, "title"),
    ("measure", Measure, "title"),
    ("glossary", GlossaryTerm, "term"),
):
    register_note_subjects(_kind, part_subjects(_model, _name), model=_model)

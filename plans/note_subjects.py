"""What a source note can be about: the records of each kind, asked app by app.

Notes point at records by kind and code. This app knows its own kinds; higher apps
register theirs when they are ready.
"""

from collections.abc import Callable, Iterable

from plans.models import BasicPolicy, GlossaryTerm, Measure, Plan, Section

Subjects = Callable[[Plan], Iterable[tuple[str, str]]]

_subjects: dict[str, Subjects] = {}


def register_note_subjects(kind: str, subjects: Subjects) -> None:
    """Have `subjects(plan)` give the (code, name) pairs of one kind of record."""
    _subjects[kind] = subjects


def note_subjects(kind: str, plan: Plan) -> dict[str, str]:
    """Code to name of the records of a kind in a plan; a plan itself has no code."""
    return dict(_subjects[kind](plan)) if kind in _subjects else {}


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
    register_note_subjects(_kind, part_subjects(_model, _name))

"""What the search knows of a plan: one document for each record that people look for.

Each app says how its records become documents, and by `freshness.watch` which saved
records change them:

    register_documents(activity_documents)
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plans.fields import PositionField
from plans.models import Plan

_ROOM = PositionField.high + 1
_LEVELS = 4
_CONTEXT = 400
_STEP = " › "
# Between the plan's words and a summary that staff have written, in the text of a
# document. No typed text has it.
EASY_SUMMARY = "\f"


@dataclass(frozen=True)
class Document:
    """A record as it is found and shown; `code` is unique in its plan and kind.

    By `names` it is found as by its title: 基本方針2, 2-1. They are not shown.
    """

    kind: str
    code: str
    place: int
    url: str
    title: str
    context: str
    text: str
    names: tuple[str, ...] = ()


Documents = Callable[[Plan], Iterable[Document]]

_documents: list[Documents] = []


def register_documents(documents: Documents) -> None:
    if documents not in _documents:
        _documents.append(documents)


def documents_of(plan: Plan) -> Iterator[Document]:
    for documents in _documents:
        yield from documents(plan)


def place_of(*positions: int | None) -> int:
    """The positions of a record and those above it, outermost first, as one number."""
    number = 0
    for level in range(_LEVELS):
        position = positions[level] if level < len(positions) else 0
        number = number * _ROOM + (position or 0)
    return number


def context_of(*names: str) -> str:
    """基本方針4 › 施策1: where a record stands in its plan."""
    return _STEP.join(filter(None, names))[:_CONTEXT]


def steps_of(context: str) -> list[str]:
    """The names that a context was made of, outermost first."""
    return context.split(_STEP) if context else []


def joined(*texts: str) -> str:
    """Texts one below the other, so that no word runs from one into the next."""
    return "\n".join(filter(None, texts))


def with_easy_summary(text: str, summary: str) -> str:
    """The plan's own words and then the summary, which results mark as such."""
    return f"{text}{EASY_SUMMARY}{summary}" if summary else text

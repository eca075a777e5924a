"""The stored answers to items: what is there, and a new one where nothing is."""

from django.db.models import Q

from indicators.models import Observation, RoundItem
from initiatives.models import OPEN_STATES, Answer, AnswerState, Review
from plans.versions import version_of

NEW = "new"
_REVIEWED = ("initiative", "measure", "policy")


def is_figure(item: RoundItem) -> bool:
    return item.target_id is not None


def kind_of(row, kinds=RoundItem.SUBJECTS) -> str:
    """The field that names what an item or answer is about: target, initiative, …"""
    return next(kind for kind in kinds if getattr(row, f"{kind}_id"))


def stored_answers(items, *, lock=False) -> dict[int, Answer]:
    """The answers to items of one round, by the item's key; at most two queries.

    `lock` holds the rows until the transaction ends.
    """
    by_subject = {(kind_of(item), _subject_id(item)): item for item in items}
    found = {}
    for model, kinds in ((Observation, ("target",)), (Review, _REVIEWED)):
        asked = [key for key in by_subject if key[0] in kinds]
        for row in _rows(model, asked, items, lock) if asked else ():
            item = by_subject[kind_of(row, kinds), _subject_id(row, kinds)]
            setattr(row, kind_of(item), item.subject)
            found[item.pk] = row
    return found


def _rows(model, asked, items, lock):
    chosen = Q(pk=None)
    for kind, subject in asked:
        chosen |= Q(**{f"{kind}_id": subject})
    rows = model.objects.filter(chosen, fiscal_year=items[0].round.fiscal_year)
    rows = rows.order_by("pk")
    return rows.select_for_update(of=("self",)) if lock else rows


def _subject_id(row, kinds=RoundItem.SUBJECTS):
    return getattr(row, f"{kind_of(row, kinds)}_id")


def new_answer(item: RoundItem) -> Answer:
    """An unsaved answer to an item."""
    year = item.round.fiscal_year
    if is_figure(item):
        return Observation(target=item.target, fiscal_year=year)
    subject = item.subject
    return Review(plan=subject.plan, fiscal_year=year, **{kind_of(item): subject})


def is_changeable(answer: Answer | None) -> bool:
    """Whether a department may change it: never handed in, come back, or public.

    A public review is put right in the admin, where its history is shown.
    """
    if answer is None or answer.state in OPEN_STATES:
        return True
    return answer.state == AnswerState.PUBLISHED and isinstance(answer, Observation)


def version(answer: Answer | None) -> str:
    return NEW if answer is None or answer.pk is None else version_of(answer)

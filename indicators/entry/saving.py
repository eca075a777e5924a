"""Saving a page of answers: each on its own, all in one transaction, none overwritten.

The rows are locked in one order before anything is read, so that two first drafts of
one figure meet as two edits of it do. An answer that changed since its page was made is
left as it is and reported; what was typed goes back to the person.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from indicators.entry.answers import (
    is_changeable,
    is_figure,
    new_answer,
    stored_answers,
    version,
)
from indicators.entry.confirming import confirm
from indicators.entry.evidence import add_evidence
from indicators.entry.figures import fill
from indicators.entry.forms import AnswerForm
from indicators.entry.known import Known, known_figures
from indicators.models import RoundItem, Target
from initiatives import answers
from initiatives.models import Answer, AnswerState


@dataclass
class Sent:
    """One row that a person sent, and what became of it.

    `answer` is the record as it is stored now; None where there is none yet.
    """

    item: RoundItem
    form: AnswerForm
    answer: Answer | None = None
    known: Known | None = None
    is_saved: bool = False
    is_conflict: bool = False
    evidence: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def version(self) -> str:
        """The version of what is stored now."""
        return version(self.answer)

    @property
    def is_kept_open(self) -> bool:
        """Whether what was typed is shown again instead of what is stored."""
        return self.is_conflict or bool(self.errors) or not self.form.is_valid()


@transaction.atomic
def save_answers(rows: list[Sent], *, by) -> None:
    """Save what each row says; the rows tell what became of them."""
    items = [row.item for row in rows]
    lock([item.pk for item in items])
    stored, known = stored_answers(items, lock=True), known_figures(items)
    for row in rows:
        row.answer, row.known = stored.get(row.item.pk), known.get(row.item.pk)
        if row.form.is_valid():
            row.evidence = add_evidence(row.item, row.form, by=by)
            if row.form.is_touched:
                _save(row, by)


def lock(keys) -> None:
    """Hold what the answers to items hang on: there may be no answer yet to be held."""
    locked = RoundItem.objects.select_for_update(no_key=True, of=("self",))
    list(locked.filter(pk__in=keys).order_by("pk").values_list("pk"))
    targets = Target.objects.filter(round_items__in=keys).order_by("pk")
    list(targets.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def _save(row: Sent, by):
    row.is_conflict = row.form.cleaned_data["version"] != row.version
    answer = row.answer or new_answer(row.item)
    if row.is_conflict:
        return
    if not is_changeable(answer):
        row.errors.append(
            f"「{answer.get_state_display()}」のため、いまは変えられません。"
            "入力した内容は、下の欄に残っています。"
        )
        return
    try:
        _write(answer, row, by)
    except ValidationError as refused:
        row.errors += refused.messages
        row.answer = stored_answers([row.item]).get(row.item.pk)
    except IntegrityError:
        # Somebody made the record elsewhere, without the locks of this screen.
        row.answer = stored_answers([row.item]).get(row.item.pk)
        row.is_conflict = True


def _write(answer, row, by):
    was_published = answer.state == AnswerState.PUBLISHED
    if is_figure(row.item):
        reading = fill(answer, row.form, row.known)
        if row.form.cleaned_data["confirmed"]:
            confirm(answer, reading, row.known)
    else:
        answer.rating = row.form.cleaned_data["rating"]
        answer.comment = row.form.cleaned_data["comment"]
    if was_published:
        answers.reopen(answer, by=by)
    answer.entered_by = by
    answer.full_clean()
    with transaction.atomic():
        answer.save()
    row.answer, row.is_saved = answer, True

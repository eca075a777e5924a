"""Saving a page of answers: each on its own, all in one transaction, none overwritten.

The rows are locked in one order before anything is read, so that two first drafts of
one figure meet as two edits of it do. An answer that changed since its page was made is
left as it is and reported; what was typed goes back to the person.
"""

from copy import copy
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from indicators.entry.answers import (
    is_changeable,
    new_answer,
    stored_answers,
    version,
)
from indicators.entry.attaching import add_evidence, remove_evidence
from indicators.entry.confirming import confirm, confirmed_among
from indicators.entry.filling import fill_answer
from indicators.entry.forms import AnswerForm
from indicators.entry.known import Known, known_figures, published_at
from indicators.models import RoundItem, Target
from initiatives import answers
from initiatives.models import OPEN_STATES, Answer, AnswerState


@dataclass
class Sent:
    """One row that a person sent, and what became of it.

    `answer` is the record as it is stored now; None where there is none yet.
    `is_as_typed`: it changed since the page was made, into the very same.
    """

    item: RoundItem
    form: AnswerForm
    answer: Answer | None = None
    known: Known | None = None
    is_saved: bool = False
    is_as_typed: bool = False
    is_conflict: bool = False
    evidence: int = 0
    removed: int = 0
    is_evidence_looked_at: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def version(self) -> str:
        """The version of what is stored now."""
        return version(self.answer)

    @property
    def is_kept_open(self) -> bool:
        """Whether what was typed is shown again instead of what is stored."""
        return self.is_conflict or bool(self.errors) or not self.form.is_valid()

    @property
    def lost_file(self) -> str:
        """The name of a file that came and was not kept: no browser fills it in again.

        Empty where none came, and where it could be looked at and was kept.
        """
        file = self.form.files.get(self.form.add_prefix("file"))
        return file.name if file and not self.is_evidence_looked_at else ""


@transaction.atomic
def save_answers(rows: list[Sent], *, by) -> None:
    """Save what each row says; the rows tell what became of them."""
    items = [row.item for row in rows]
    hold(items)
    stored, known = stored_answers(items, lock=True), known_figures(items)
    for row in rows:
        row.answer, row.known = stored.get(row.item.pk), known.get(row.item.pk)
        if row.form.is_valid():
            _save_evidence(row, by)
            if row.form.is_touched:
                _save(row, by)


def hold(items) -> None:
    """Lock what the answers hang on: there may be no answer yet that could be locked.

    Who locks answers as well does so afterwards: one order for all, no deadlock.
    """
    keys = [item.pk for item in items]
    locked = RoundItem.objects.select_for_update(no_key=True, of=("self",))
    list(locked.filter(pk__in=keys).order_by("pk").values_list("pk"))
    targets = Target.objects.filter(round_items__in=keys).order_by("pk")
    list(targets.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def _save_evidence(row: Sent, by):
    """Add and take away what stands behind an answer, while it may be changed."""
    if not (row.form.has_evidence or row.form.removed):
        return
    if row.answer and not is_changeable(row.answer):
        row.errors.append(
            f"「{row.answer.get_state_display()}」のため、根拠はいま変えられません。"
        )
        return
    row.is_evidence_looked_at = True
    row.evidence = add_evidence(row.item, row.form, by=by)
    if row.answer is None or row.answer.state in OPEN_STATES:
        row.removed = remove_evidence(
            row.item, row.form.removed, by=by, published_at=published_at(row.known)
        )


def _save(row: Sent, by):
    if row.form.cleaned_data["version"] != row.version:
        row.is_as_typed = _says_the_same(row)
        row.is_conflict = not row.is_as_typed
        return
    answer = row.answer or new_answer(row.item)
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


def _says_the_same(row: Sent) -> bool:
    """Whether the very same is stored: a double click, or a page that was sent again.

    What came back with a remark in the meantime has to be seen first.
    """
    if row.answer is None or row.answer.state == AnswerState.RETURNED:
        return False
    typed = copy(row.answer)
    fill_answer(typed, row.form, row.known)
    confirms = row.form.cleaned_data.get("confirmed")
    is_confirmed = not confirms or row.answer.pk in confirmed_among([row.answer])
    return version(typed) == row.version and is_confirmed


def _write(answer, row, by):
    was_published = answer.state == AnswerState.PUBLISHED
    reading = fill_answer(answer, row.form, row.known)
    if reading and row.form.cleaned_data["confirmed"]:
        confirm(answer, reading, row.known)
    if was_published:
        answers.reopen(answer, by=by)
    answer.entered_by = by
    answer.full_clean()
    with transaction.atomic():
        answer.save()
    row.answer, row.is_saved = answer, True

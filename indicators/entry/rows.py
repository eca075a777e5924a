"""One answer on the entry page: what is stored, or what was typed and not saved."""

from copy import copy

from indicators.entry.answers import (
    is_figure,
    new_answer,
    version,
)
from indicators.entry.figures import initial_of, reading_of
from indicators.entry.filling import fill_answer
from indicators.entry.forms import FigureForm, ReviewForm
from indicators.entry.readiness import doubts_of
from indicators.entry.submitting import problems_of
from initiatives.models import AnswerState


def prefix_of(item) -> str:
    return f"i{item.pk}"


def anchor_of(pk: int) -> str:
    """The id of an item's card."""
    return f"item-{pk}"


def form_class(item):
    return FigureForm if is_figure(item) else ReviewForm


class Row:
    """An item with its answer: what is stored, or what was sent and is not saved.

    `sent` is given where what was typed is to be shown again.
    """

    def __init__(self, item, answer, known, *, today, confirmed=(), sent=None):
        self.item, self.stored, self.known = item, answer, known
        self.today, self.sent = today, sent
        self.answer = copy(answer) if answer else new_answer(item)
        self.confirmed = set(confirmed)
        # Whether `answer` says what the boxes say: not where one of them was refused.
        self.is_read = True
        if sent:
            self.form = sent.form
            self._take_what_was_sent()
        else:
            self.form = self._fresh_form()

    def _take_what_was_sent(self):
        """Read what was typed as if it were saved, to say the same of it."""
        form = self.form
        self.is_read = form.is_valid() or not set(form.errors) & set(form.FILLED)
        if not self.is_read:
            return
        fill_answer(self.answer, form, self.known)
        if form.cleaned_data.get("confirmed"):
            self.confirmed.add(self.answer.pk)
        if self.sent.is_conflict:
            # Saving again overwrites knowingly, and never takes the row for untouched.
            form.data = form.data.copy()
            form.data[form.add_prefix("version")] = version(self.stored)
            form.data[form.add_prefix("seen")] = ""

    def _fresh_form(self):
        if self.known:
            reading = reading_of(self.answer, self.known)
            asks = bool(doubts_of(reading, self.known))
            confirmed = asks and self.answer.pk in self.confirmed
            initial = initial_of(self.answer, reading, confirmed)
        else:
            initial = {"rating": self.answer.rating, "comment": self.answer.comment}
        initial["version"] = version(self.stored)
        return form_class(self.item)(initial=initial, prefix=prefix_of(self.item))

    @property
    def is_started(self) -> bool:
        """Whether there is something to judge; an untouched row is not scolded."""
        return self.stored is not None or self.sent is not None

    def problems(self) -> dict[str, list]:
        """The sentences at each control."""
        found = {}
        if self.form.is_bound:
            for name, errors in self.form.errors.items():
                found.setdefault(name, []).extend(map(str, errors))
        if self.sent and self.sent.lost_file and "file" not in found:
            name = self.sent.lost_file
            found["file"] = [f"「{name}」は保存していません。もう一度選んでください。"]
        is_judged = self.is_started and self.is_read
        if is_judged and self.answer.state != AnswerState.PUBLISHED:
            for problem in problems_of(self.answer, self.known, self.confirmed):
                found.setdefault(problem.field, []).append(problem.sentence)
        return found

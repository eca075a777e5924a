"""Handing in what is ready, and taking it back while nobody has approved it."""

from django.core.exceptions import ValidationError
from django.db import transaction

from indicators import actions
from indicators.entry.answers import is_figure, stored_answers
from indicators.entry.confirming import confirmed_among
from indicators.entry.readiness import Problem, figure_problems, review_problems
from indicators.entry.saving import Sent, save_answers
from indicators.models import RoundItem
from initiatives import answers
from initiatives.models import OPEN_STATES, Answer, AnswerState

WITHDRAWN = "提出を取り下げた"


def problems_of(answer: Answer, known, confirmed: set[int]) -> list[Problem]:
    """What still keeps a stored answer from being handed in."""
    if known is None:
        return review_problems(answer)
    return figure_problems(answer, known, confirmed=answer.pk in confirmed)


@transaction.atomic
def save_and_submit(rows: list[Sent], *, by) -> list[Sent]:
    """Save all rows and hand in those that are ready; gives the rows handed in.

    The others stay drafts. A row that somebody else changed since the page was made is
    not handed in, typed in or not: nobody submits what they did not see.
    """
    save_answers(rows, by=by)
    confirmed = confirmed_among([row.answer for row in rows if row.answer])
    return [row for row in rows if _submit(row, confirmed, by)]


def _submit(row, confirmed, by) -> bool:
    answer = row.answer
    if row.is_kept_open or answer is None or answer.state not in OPEN_STATES:
        return False
    is_seen = row.is_saved or row.is_as_typed
    if not is_seen and row.form.cleaned_data["version"] != row.version:
        row.is_conflict = True
        return False
    if problems_of(answer, row.known, confirmed):
        return False
    try:
        step = actions if is_figure(row.item) else answers
        with transaction.atomic():
            step.submit(answer, by=by)
    except ValidationError as refused:
        row.errors += refused.messages
        return False
    return True


@transaction.atomic
def withdraw(item: RoundItem, *, by) -> None:
    """Make a submitted answer a draft again; refused once somebody has acted on it."""
    answer = stored_answers([item], lock=True).get(item.pk)
    if answer is None or answer.state != AnswerState.SUBMITTED:
        raise ValidationError(
            "もう取り下げられません。ほかの人が先に手続きをしました。"
            "直したいときは、計画担当に差戻しを頼んでください。"
        )
    answers.reopen(answer, by=by)
    answer.history_reason = WITHDRAWN
    answer.save()

"""Approve, return, publish: each answer alone, as it was shown, or not at all.

A refusal leaves the other answers as acted on; a fault of the database undoes them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from indicators import actions
from indicators.approvals.verdicts import refuse_another_verdict
from indicators.approvals.waiting import FIGURE, MODELS, REVIEW
from indicators.rounds.item_rows import subject_title
from indicators.ticked import whole_number
from initiatives import answers
from initiatives.models import Answer
from plans.publishing import publishing
from plans.versions import version_of

CHANGED = (
    "あなたが画面を開いたあとに、ほかの人が変えました。今の内容を確かめてから、"
    "もう一度選んでください。"
)
GONE = "見つかりません。ほかの人が消したか、画面が古くなっています。"

_RELATED = {
    FIGURE: ("target__plan__judgement_settings", "target__plan__publisher"),
    REVIEW: ("plan__publisher", "initiative__plan", "measure__plan", "policy__plan"),
}


@dataclass
class Outcome:
    """Which answers were acted on, and why the others were not."""

    done: list[Answer] = field(default_factory=list)
    refused: list[dict] = field(default_factory=list)


def approve_rows(rows: Mapping[str, str], *, by, verdicts=None) -> Outcome:
    """Approve the answers; `rows` maps keys such as figure-12 to versions.

    `verdicts` maps the keys of figures to the versions of the judgements shown.
    """

    def approve(kind, answer):
        _refuse_another_verdict(kind, answer, verdicts)
        rules = actions if kind == FIGURE else answers
        rules.approve(answer, by=by)

    return _each(rows, approve)


def publish_rows(rows: Mapping[str, str], *, by, verdicts=None) -> Outcome:
    """As in `approve_rows`."""

    def publish(kind, answer):
        _refuse_another_verdict(kind, answer, verdicts)
        if kind == FIGURE:
            actions.publish(answer, by=by)
        else:
            answers.publish_review(answer)

    return _each(rows, publish)


def return_row(key: str, version: str, *, by, remark: str) -> Outcome:
    return _each(
        {key: version},
        lambda kind, answer: answers.give_back(answer, by=by, remark=remark),
    )


def _refuse_another_verdict(kind, answer, verdicts):
    if kind == FIGURE and verdicts:
        refuse_another_verdict(answer, verdicts.get(f"{kind}-{answer.pk}", ""))


@publishing()
def _each(rows, act: Callable[[str, Answer], None]) -> Outcome:
    outcome = Outcome()
    for key, version in rows.items():
        kind, _, number = key.partition("-")
        title = ""
        try:
            with transaction.atomic():
                answer = _locked(kind, whole_number(number))
                title = _title(kind, answer)
                if version != version_of(answer):
                    raise ValidationError(CHANGED)
                act(kind, answer)
            outcome.done.append(answer)
        except ValidationError as error:
            why = "".join(error.messages)
            outcome.refused.append({"key": key, "title": title, "why": why})
    return outcome


def _locked(kind, pk):
    """The answer as it stands, held until the transaction ends."""
    if kind not in MODELS:
        raise ValidationError(GONE)
    rows = MODELS[kind].objects.select_for_update(of=("self",))
    answer = rows.select_related(*_RELATED[kind]).filter(pk=pk).first()
    if answer is None:
        raise ValidationError(GONE)
    return answer


def _title(kind, answer):
    return subject_title(answer.target if kind == FIGURE else answer.subject)

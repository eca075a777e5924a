"""How an answer moves: draft, submitted, returned, approved, published.

Each step is one transaction that locks the answer and looks at it as it stands: what
somebody else did meanwhile is said, not overwritten. Steps that the state does not
allow are refused in one sentence.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from initiatives.models import OPEN_STATES, WAITING_STATES, Answer, AnswerState, Review
from plans.publishing import publishing

OWN_APPROVAL = "提出した人が自分で承認（発行者の設定による）"

_NOT_SUBMITTED = "提出されていないため、承認も差戻しもできません。"


@transaction.atomic
def submit(answer: Answer, *, by, at=None) -> None:
    """Hand a draft to the planning section. `by` is None where no person acts."""
    _lock(answer)
    if answer.state not in OPEN_STATES:
        raise ValidationError(
            f"「{answer.get_state_display()}」のため、もう一度は提出できません。"
        )
    answer.state = AnswerState.SUBMITTED
    answer.submitted_by, answer.submitted_at = by, at or timezone.now()
    answer.remark = ""
    answer.full_clean()
    answer.save()


@transaction.atomic
def give_back(answer: Answer, *, by, remark: str) -> None:
    """Return a submitted or approved answer to the department, saying why."""
    _lock(answer)
    if answer.state not in WAITING_STATES:
        raise ValidationError(_NOT_SUBMITTED)
    if not remark.strip():
        raise ValidationError("差し戻す理由を入力してください。")
    answer.state, answer.remark = AnswerState.RETURNED, remark.strip()
    answer.approved_by = answer.approved_at = None
    answer.history_reason = f"差戻し：{answer.remark}"
    answer.save()


@transaction.atomic
def approve(answer: Answer, *, by, at=None) -> None:
    """Approve a submitted answer; nobody approves what they entered or submitted.

    A small office may allow it in the publisher's settings; the history then says so.
    """
    _lock(answer)
    if answer.state == AnswerState.PUBLISHED:
        raise ValidationError(
            "すでに公開されています。直すときは、値を変えて提出してください。"
        )
    if answer.state != AnswerState.SUBMITTED:
        raise ValidationError(_NOT_SUBMITTED)
    if is_own(answer, by):
        if not allows_own_approval(answer):
            raise ValidationError(
                "自分で入力・提出したものは承認できません。ほかの人に頼んでください。"
            )
        answer.history_reason = OWN_APPROVAL
    answer.state = AnswerState.APPROVED
    answer.approved_by, answer.approved_at = by, at or timezone.now()
    answer.save()


def publish_review(review: Review) -> None:
    """Show an approved review to visitors.

    From then on it is corrected in the admin, with a reason.
    """
    with publishing(*review.publishing_scopes()):
        _lock(review)
        if review.state != AnswerState.APPROVED:
            raise ValidationError("承認してから公開してください。")
        review.state = AnswerState.PUBLISHED
        review.save()


def allows_own_approval(answer: Answer) -> bool:
    """Whether the publisher lets people approve what they submitted themselves."""
    publisher = answer.plan.publisher
    return publisher is not None and publisher.allows_own_approval


def is_own(answer: Answer, person) -> bool:
    """Whether the person entered or submitted the answer."""
    return person is not None and person.pk in (
        answer.entered_by_id,
        answer.submitted_by_id,
    )


def reopen(answer: Answer, *, by) -> None:
    """Take an answer that was changed back to the start; the caller saves it.

    What was published of it stays public, unchanged, until it is published again.
    """
    answer.state, answer.entered_by = AnswerState.DRAFT, by
    answer.submitted_by = answer.submitted_at = None
    answer.approved_by = answer.approved_at = None


def _lock(answer):
    """Hold the stored row; refuse where it is no longer what the person looked at."""
    stored = type(answer).objects.select_for_update().filter(pk=answer.pk)
    # In the model's own order the records above it would be locked as well.
    state = stored.order_by("pk").values_list("state", flat=True).first()
    if state != answer.state:
        raise ValidationError(
            "ほかの人が先に手続きをしました。画面を開き直して、確かめてください。"
        )

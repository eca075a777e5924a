"""What a department answers to a yearly inquiry, and how far it has come."""

from django.conf import settings
from django.db import models


class AnswerState(models.TextChoices):
    DRAFT = "draft", "下書き"
    SUBMITTED = "submitted", "提出済み"
    RETURNED = "returned", "差戻し"
    APPROVED = "approved", "承認済み"
    PUBLISHED = "published", "公開"


# States in which the department still has something to do.
OPEN_STATES = (AnswerState.DRAFT, AnswerState.RETURNED)
# States in which the planning section has.
WAITING_STATES = (AnswerState.SUBMITTED, AnswerState.APPROVED)


def _person(verbose_name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )


def in_work(name: str) -> models.Index:
    """Of the answers that are not published yet: few beside those of all years."""
    unpublished = ~models.Q(state=AnswerState.PUBLISHED.value)
    return models.Index(fields=["state"], name=name, condition=unpublished)


class Answer(models.Model):
    """A figure or a review on its way from the department's draft to the public.

    `initiatives.answers` moves it; `entered_by` is who changed it last.
    """

    state = models.CharField(
        "状態",
        max_length=20,
        choices=AnswerState.choices,
        default=AnswerState.DRAFT,
        editable=False,
    )
    entered_by = _person("入力した人")
    submitted_by = _person("提出した人")
    submitted_at = models.DateTimeField("提出した日時", null=True, editable=False)
    remark = models.TextField("差戻しの理由", blank=True, editable=False)
    approved_by = _person("承認した人")
    approved_at = models.DateTimeField("承認した日時", null=True, editable=False)

    State = AnswerState

    class Meta:
        abstract = True

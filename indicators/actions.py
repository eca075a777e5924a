"""What staff do with a value: approve it, publish it. Each is one transaction."""

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone

from indicators.following import (
    follow,
    observed,
    progress_text,
    settings_of,
)
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.models import Observation, PublishedValue, Target
from indicators.progress import judge, year_is_over
from plans.decimals import decimal_text
from plans.publishing import publishing


def approve(observation: Observation, *, by, at=None) -> None:
    """Approve a value. Refuses, in words, one that says nothing or comes too early.

    A flow, a running total or a share of a year that is not over cannot be approved;
    a stock may be counted early.
    """
    at = at or timezone.now()
    if observation.value is None and not observation.value_state:
        raise ValidationError(
            "実績値か「数値でないとき」を入れてから承認してください。"
        )
    is_early = not year_is_over(observation.fiscal_year, timezone.localdate(at))
    if is_early and observation.value is not None and _is_of_a_whole_year(observation):
        raise ValidationError(
            f"{observation.fiscal_year}年度はまだ終わっていないため、"
            "1年間の値は承認できません。年度が終わってから承認してください。"
        )
    observation.state = Observation.State.APPROVED
    observation.approved_by, observation.approved_at = by, at
    observation.save()


def _is_of_a_whole_year(observation):
    kinds = Target.MeasureType
    return observation.target.measure_type in {
        kinds.FLOW,
        kinds.CUMULATIVE,
        kinds.RATIO,
    }


def publish(observation: Observation, *, at=None) -> PublishedValue:
    """Publish an approved value with its judgement, as a new revision.

    Refuses a value that is not approved, and a correction without a reason.
    """
    at = at or timezone.now()
    if observation.state != Observation.State.APPROVED:
        raise ValidationError("承認してから公開してください。")
    with publishing(*observation.publishing_scopes()):
        last = observation.publications.aggregate(last=Max("revision"))["last"] or 0
        if last and not observation.correction_reason:
            raise ValidationError(
                "公開した値を直すときは、「公開した値を直す理由」を入力してください。"
            )
        published = PublishedValue.objects.create(
            observation=observation,
            revision=last + 1,
            value=observation.value,
            value_state=observation.value_state,
            provisional=observation.provisional,
            break_in_series=observation.break_in_series,
            note=observation.note,
            reason=observation.reason,
            published_at=at,
            correction_reason=observation.correction_reason if last else "",
            **judgement_fields(observation, as_of=timezone.localdate(at)),
        )
        observation.state = Observation.State.PUBLISHED
        observation.correction_reason = ""
        observation.save()
    return published


def judgement_fields(observation: Observation, *, as_of) -> dict:
    """The judgement that a value would have today, as a publication stores it.

    Other years count as published; this one as the observation says it.
    """
    target = observation.target
    settings = settings_of(target.plan)
    (followed,) = follow(Target.objects.filter(pk=target.pk))
    rows = followed.observed()
    rows[observation.fiscal_year] = observed(
        {
            "value": observation.value,
            "value_state": observation.value_state,
            "provisional": observation.provisional,
            "break_in_series": observation.break_in_series,
        }
    )
    terms = followed.terms
    result = judge(
        terms, rows, year=observation.fiscal_year, as_of=as_of, settings=settings
    )
    return {
        "status": result.status.value,
        "status_why": result.why,
        "sentence": reason_of(result, terms),
        "expected_text": expected_text(result, terms),
        "progress_text": progress_text(result),
        "steps": steps_of(result, terms, settings),
        "rule_version": result.rule_version,
        "limits": {
            "k_on": decimal_text(settings.k_on),
            "k_slight": decimal_text(settings.k_slight),
            "regress_tol": decimal_text(settings.regress_tol),
        },
    }


def edited(observation: Observation) -> None:
    """Take a value that staff changed back to the start: nobody has approved it yet.

    What was published of it stays public, unchanged, until it is published again.
    """
    observation.state = Observation.State.DRAFT
    observation.approved_by = observation.approved_at = None

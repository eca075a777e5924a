"""What staff do with a value: approve it, publish it. Each is one transaction."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.following import follow, observed, settings_of
from indicators.judged_years import progress_text
from indicators.judgement_labels import LABELS
from indicators.judgement_words import expected_text, reason_of, steps_of
from indicators.models import Observation, PublishedValue, Target
from indicators.progress import judge, year_is_over
from indicators.progress_values import Status
from indicators.stored_terms import terms_to_store
from initiatives import answers
from plans.decimals import decimal_text
from plans.fiscal_year import era_text, of_date
from plans.publishing import publishing


def submit(observation: Observation, *, by, at=None) -> None:
    """Hand a value to the planning section.

    Refuses, in words, one that says nothing, and one that needs a reason and has none.
    """
    if observation.value is None and not observation.value_state:
        raise ValidationError(
            "実績値か「数値でないとき」を入れてから提出してください。"
        )
    if not observation.reason and (why := reason_needed(observation)):
        raise ValidationError({"reason": why})
    answers.submit(observation, by=by, at=at)


def reason_needed(observation: Observation, followed=None) -> str:
    """Why a value may not go without a reason; empty where it may.

    The judgement is the one that publishing the value today would store. `followed`
    is the target as `follow` gives it, where the caller has it already.
    """
    if observation.value_state in _STATES_WITH_A_REASON:
        word = observation.get_value_state_display()
        return f"「{word}」のため、理由を入力してください。"
    if observation.value is None:
        return ""
    today = timezone.localdate()
    fields = judgement_fields(observation, as_of=today, followed=followed)
    status = Status(fields["status"])
    if status not in STATUSES_WITH_A_REASON:
        return ""
    return f"判定が「{LABELS[status].word}」の見込みのため、理由を入力してください。"


def approve(observation: Observation, *, by, at=None) -> None:
    """Approve a submitted value. Refuses, in words, one that comes too early.

    Before a year is over only a stock, which may be counted early, and the end of the
    work can be approved: what else is said of it would not stay true.
    """
    at = at or timezone.now()
    _refuse_too_early(observation, timezone.localdate(at))
    answers.approve(observation, by=by, at=at)


def _refuse_too_early(observation, today):
    year = observation.fiscal_year
    if year_is_over(year, today) or (
        observation.value_state == Observation.ValueState.DISCONTINUED
    ):
        return
    name = era_text(year)
    if year > of_date(today):
        raise ValidationError(f"{name}はまだ始まっていないため、承認できません。")
    if observation.value is None:
        raise ValidationError(
            f"{name}はまだ終わっていないため、数値でない状態は承認できません。"
            "年度が終わってから承認してください。"
        )
    kind = observation.target.measure_type
    if not kind:
        raise ValidationError(
            f"{name}はまだ終わっていません。年度の途中の値を承認できるのは、年度末の"
            "時点の量だけです。取組目標の「値の種類」を選んでから承認してください。"
        )
    if kind != Target.MeasureType.STOCK:
        raise ValidationError(
            f"{name}はまだ終わっていないため、1年間の値は承認できません。"
            "年度が終わってから承認してください。"
        )


def publish(observation: Observation, *, by=None, at=None) -> PublishedValue:
    """Publish an approved value with its judgement and terms, as a new revision.

    Refuses a value that is not approved, one that says nothing new, and a correction
    without a reason. `by` is None where no person acts.
    """
    at = at or timezone.now()
    if observation.state != Observation.State.APPROVED:
        raise ValidationError("承認してから公開してください。")
    with publishing(*observation.publishing_scopes()):
        last = observation.publications.order_by("revision").last()
        is_correction = bool(last) and (
            corrects(last) or bool(observation.correction_reason)
        )
        judgement = judgement_fields(observation, as_of=timezone.localdate(at))
        if last and not _says_something_new(observation, judgement, last):
            raise ValidationError("公開されている内容と同じです。")
        if is_correction and not observation.correction_reason:
            raise ValidationError(
                "公開した値を直すときは、「公開した値を直す理由」を入力してください。"
            )
        published = PublishedValue.objects.create(
            observation=observation,
            revision=last.revision + 1 if last else 1,
            **{name: getattr(observation, name) for name in _PUBLIC_FIELDS},
            approved_by=observation.approved_by,
            published_by=by,
            published_at=at,
            is_correction=is_correction,
            correction_reason=observation.correction_reason if is_correction else "",
            **judgement,
        )
        observation.state = Observation.State.PUBLISHED
        observation.correction_reason = ""
        observation.save()
    return published


# Verdicts that a reader will ask about: the department says why.
STATUSES_WITH_A_REASON = {
    Status.SLIGHTLY_BEHIND,
    Status.BEHIND,
    Status.REGRESSED,
    Status.NOT_ACHIEVED,
    Status.NOT_MAINTAINED,
}
_STATES_WITH_A_REASON = {
    Observation.ValueState.NOT_IMPLEMENTED,
    Observation.ValueState.DISCONTINUED,
}

# What visitors see of an observation, under the same names in both models.
_PUBLIC_FIELDS = (
    "value",
    "value_state",
    "provisional",
    "break_in_series",
    "note",
    "reason",
)


def corrects(published: PublishedValue) -> bool:
    """Whether a newer publication corrects this one, rather than completes it.

    集計中 and 速報 announce that a figure will follow: that is no correction.
    """
    is_announced = published.value_state == Observation.ValueState.COLLECTING
    return not (is_announced or published.provisional)


def _says_something_new(observation, judgement, last):
    """Another value or word, or the same one judged by terms that were put right."""
    return judgement["terms"] != last.terms or any(
        getattr(observation, name) != getattr(last, name) for name in _PUBLIC_FIELDS
    )


def judgement_fields(observation: Observation, *, as_of, followed=None) -> dict:
    """The judgement that a value would have today, as a publication stores it.

    Other years count as published; this one as the observation says it. `followed`
    as in `reason_needed`.
    """
    target = observation.target
    settings = settings_of(target.plan)
    if followed is None:
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
    year = observation.fiscal_year
    return judged_fields(followed.terms, rows, year, as_of=as_of, settings=settings)


def judged_fields(terms, rows, year, *, as_of, settings) -> dict:
    """One year's judgement in the fields of a PublishedValue; `rows` are all years."""
    result = judge(terms, rows, year=year, as_of=as_of, settings=settings)
    return {
        "status": result.status.value,
        "status_why": result.why,
        "sentence": reason_of(result, terms),
        "expected_text": expected_text(result, terms),
        "progress_text": progress_text(result),
        "steps": steps_of(result, terms, settings),
        "rule_version": result.rule_version,
        "terms": terms_to_store(terms, year),
        "limits": {
            "k_on": decimal_text(settings.k_on),
            "k_slight": decimal_text(settings.k_slight),
            "regress_tol": decimal_text(settings.regress_tol),
        },
    }

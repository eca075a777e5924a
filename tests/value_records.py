"""Values, surveys and reviews with sensible values; a test names what it is about."""

from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from indicators.following import follow
from indicators.models import (
    CouncilReport,
    GoalRevision,
    JudgementSettings,
    Milestone,
    Observation,
    PublishedValue,
    SurveyResult,
    SurveyWave,
    Target,
)
from indicators.stored_terms import terms_to_store
from initiatives.models import CommitteeOpinion, Review
from tests.factories import (
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)

_numbers = count(1)
NOON = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Asia/Tokyo"))


def an_observation(**values):
    target = values.pop("target", None) or a_target()
    return Observation.objects.create(
        **{"target": target, "fiscal_year": 2025, "value": 940, **values}
    )


def a_publication(observation=None, **values):
    defaults = {
        "revision": 1,
        "value": 940,
        "provisional": False,
        "break_in_series": False,
        "published_at": NOON,
        "status": "on_track",
        "sentence": "目安に届いています。",
        "rule_version": "1",
    }
    observation = observation or an_observation()
    defaults["terms"] = _terms_of(observation)
    return PublishedValue.objects.create(
        observation=observation, **{**defaults, **values}
    )


def _terms_of(observation):
    (followed,) = follow(Target.objects.filter(pk=observation.target_id))
    return terms_to_store(followed.terms, observation.fiscal_year)


def a_milestone(**values):
    target = values.pop("target", None) or a_target()
    return Milestone.objects.create(
        **{"target": target, "fiscal_year": 2027, "value": 1000, **values}
    )


def a_revision(**values):
    target = values.pop("target", None) or a_target()
    defaults = {
        "effective_from_fy": 2027,
        "decided_on": date(2027, 3, 1),
        "reason": "中間見直し",
        "goal_value": 1000,
    }
    return GoalRevision.objects.create(target=target, **{**defaults, **values})


def settings_of_a_plan(**values):
    return JudgementSettings.objects.create(plan=a_plan(), **values)


def a_wave(**values):
    plan = values.pop("plan", None) or a_plan()
    return SurveyWave.objects.create(**{"plan": plan, "fiscal_year": 2026, **values})


def a_result(**values):
    indicator = values.pop("indicator", None) or a_survey_indicator()
    wave = values.pop("wave", None) or a_wave(plan=indicator.plan)
    return SurveyResult.objects.create(
        **{
            "plan": indicator.plan,
            "wave": wave,
            "indicator": indicator,
            "percent": "34.5",
            **values,
        }
    )


def a_review(**values):
    subject = {} if {"policy", "measure"} & values.keys() else None
    if subject is None:
        subject = {"initiative": values.pop("initiative", None) or an_initiative()}
    plan = next(iter({**subject, **values}.values())).plan
    defaults = {"fiscal_year": 2025, "rating": "B", "comment": "計画どおりです。"}
    return Review.objects.create(plan=plan, **{**defaults, **subject, **values})


def an_opinion(**values):
    policy = values.pop("policy", None) or a_policy()
    return CommitteeOpinion.objects.create(
        **{
            "plan": policy.plan,
            "policy": policy,
            "fiscal_year": 2025,
            "text": "よい取組です。",
            **values,
        }
    )


def a_report(**values):
    plan = values.pop("plan", None) or a_plan()
    return CouncilReport.objects.create(
        **{
            "plan": plan,
            "fiscal_year": 2025,
            "as_of": date(2026, 11, 21),
            "published_at": NOON,
            "content": {},
            **values,
        }
    )

"""Small records with sensible values; a test names only what it is about."""

from itertools import count

from indicators.models import SurveyIndicator, Target
from initiatives.models import Initiative
from plans.models import BasicPolicy, Measure, Plan, SourceDocument

_numbers = count(1)


def a_plan(**values):
    number = next(_numbers)
    defaults = {
        "slug": f"plan-{number}",
        "state": "published",
        "title": f"第{number}次 見本市地域福祉計画",
        "area_name": "見本市",
        "source_document": SourceDocument.objects.get_or_create(
            code="test", defaults={"description": "試験のための資料"}
        )[0],
    }
    return Plan.objects.create(**{**defaults, **values})


def a_policy(plan=None, **values):
    number = next(_numbers)
    defaults = {
        "code": f"{number}",
        "position": number % 10_000,
        "title": f"方針{number}",
    }
    return BasicPolicy.objects.create(plan=plan or a_plan(), **{**defaults, **values})


def a_measure(policy=None, **values):
    policy = policy or a_policy()
    number = next(_numbers)
    defaults = {
        "code": f"m-{number}",
        "position": number % 10_000,
        "label": f"施策 {number}",
        "title": f"施策の題{number}",
    }
    return Measure.objects.create(
        **{"plan": policy.plan, "policy": policy, **defaults, **values}
    )


def an_initiative(measure=None, **values):
    measure = measure or a_measure()
    number = next(_numbers)
    defaults = {
        "code": f"i-{number}",
        "position": number % 10_000,
        "title": f"取組{number}",
    }
    return Initiative.objects.create(
        **{"plan": measure.plan, "measure": measure, **defaults, **values}
    )


def a_target(initiative=None, **values):
    initiative = initiative or an_initiative()
    number = next(_numbers)
    defaults = {
        "code": f"t-{number}",
        "position": number % 10_000,
        "name": f"目標{number}",
        "baseline_value": "904",
        "baseline_unit": "人／年",
        "baseline_fiscal_year": 2023,
        "goal_value": "1100",
        "goal_unit": "人／年",
        "goal_fiscal_year": 2030,
    }
    return Target.objects.create(
        **{"plan": initiative.plan, "initiative": initiative, **defaults, **values}
    )


def a_survey_indicator(policy=None, **values):
    policy = policy or a_policy()
    number = next(_numbers)
    defaults = {
        "code": f"s-{number}",
        "position": number % 10_000,
        "question": f"問い{number}",
        "answer": "そう思う",
        "baseline_value": "30.2",
        "baseline_fiscal_year": 2023,
        "desired_direction": "increase",
    }
    return SurveyIndicator.objects.create(
        **{"plan": policy.plan, "policy": policy, **defaults, **values}
    )

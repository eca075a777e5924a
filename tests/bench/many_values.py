"""Published values by the hundred thousand, stored without any history."""

from datetime import UTC, datetime

from indicators.models import Observation, PublishedValue, Target
from tests import factories
from tests.initiatives.records import a_department
from tests.plans.records import a_publisher

YEARS = range(2021, 2031)
IN_A_PLAN = 250
_DAY = datetime(2026, 9, 1, 3, tzinfo=UTC)
_TERMS = {
    "mode": "goal",
    "direction": "",
    "decimals": 0,
    "baseline": "904",
    "baseline_unit": "人／年",
    "baseline_year": 2020,
    "unit_confirmed": False,
    "goal": "1100",
    "goal_year": 2030,
    "goal_unit": "人／年",
    "goal_state": "set",
    "goal_text": "",
    "milestones": {},
}


def fill(values: int) -> None:
    """At least so many, in plans of 250 targets and 10 years each."""
    publisher = a_publisher()
    department = a_department(publisher)
    while values > 0:
        values -= _a_plan_of_values(publisher, department)


def _a_plan_of_values(publisher, department) -> int:
    measure = factories.a_measure(
        factories.a_policy(factories.a_plan(publisher=publisher))
    )
    initiative = factories.an_initiative(measure, department=department)
    targets = Target.objects.bulk_create(
        Target(
            plan=initiative.plan,
            initiative=initiative,
            code=f"t-{number}",
            position=number,
            name=f"見守りの活動に参加した人の数（地区{number}）",
        )
        for number in range(IN_A_PLAN)
    )
    answers = Observation.objects.bulk_create(
        Observation(target=target, fiscal_year=year, value=940, state="published")
        for target in targets
        for year in YEARS
    )
    PublishedValue.objects.bulk_create(map(_publication, answers))
    return len(answers)


def _publication(answer) -> PublishedValue:
    return PublishedValue(
        observation=answer,
        revision=1,
        value=answer.value,
        provisional=False,
        break_in_series=False,
        published_at=_DAY,
        status="slightly_behind",
        sentence="令和7年度の目安960人に対し実績940人（20人下回る）。",
        expected_text="960",
        progress_text="18.4%",
        rule_version="1",
        terms=_TERMS,
        limits={"k_on": "0.95", "k_slight": "0.6", "regress_tol": "0.05"},
    )

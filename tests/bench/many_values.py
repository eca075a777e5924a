"""Published values by the hundred thousand, stored without any history."""

from datetime import UTC, datetime

from django.db import connection

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


_NAME = "見守りの活動に参加した人の数"
_FOR_EACH_YEAR = (
    f"JOIN indicators_target t ON t.name LIKE '{_NAME}%%' CROSS JOIN "
    f"({' UNION ALL '.join(f'SELECT {year} AS year' for year in YEARS)}) y"
)
_FOR_EACH_ANSWER = "JOIN indicators_observation a ON a.id > first.observation_id"


def fill(values: int) -> None:
    """At least so many, in plans of 250 targets and 10 years each."""
    publisher = a_publisher()
    department = a_department(publisher)
    for _ in range(0, values, IN_A_PLAN * len(YEARS)):
        _a_plan_of_targets(publisher, department)
    target = Target.objects.filter(name__startswith=_NAME).earliest("pk")
    answer = Observation.objects.create(
        target=target, fiscal_year=YEARS[0] - 1, value=940, state="published"
    )
    publication = _publication(answer)
    publication.save()
    _copy(answer, _FOR_EACH_YEAR, {"target_id": "t.id", "fiscal_year": "y.year"})
    _copy(publication, _FOR_EACH_ANSWER, {"observation_id": "a.id"})


def _copy(row, for_each, others):
    """The row once more for each, with other values in some columns; in one go."""
    columns = [field.column for field in row._meta.concrete_fields[1:]]
    read = ", ".join(others.get(name, f"first.{name}") for name in columns)
    written = ", ".join(f'"{name}"' for name in columns)
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({written}) SELECT {read} "
            f"FROM {table} first {for_each} WHERE first.id = %s",
            [row.pk],
        )


def _a_plan_of_targets(publisher, department) -> None:
    measure = factories.a_measure(
        factories.a_policy(factories.a_plan(publisher=publisher))
    )
    initiative = factories.an_initiative(measure, department=department)
    Target.objects.bulk_create(
        Target(
            plan=initiative.plan,
            initiative=initiative,
            code=f"t-{number}",
            position=number,
            name=f"{_NAME}（地区{number}）",
        )
        for number in range(IN_A_PLAN)
    )


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

import pytest

from indicators.models import Target
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.indicators.dashboards.records import a_department, a_review, a_wave
from tests.indicators.dashboards.standings import publish_values
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

MOST = 6


@pytest.fixture
def plan():
    """A plan with something of every kind that a dashboard reads."""
    plan = a_plan(slug="mihon")
    policy = a_policy(plan)
    initiative = an_initiative(a_measure(policy), department=a_department())
    a_review(initiative)
    indicator = a_survey_indicator(policy)
    a_wave(plan, results={indicator: "34.5"})
    add_targets(initiative, 5)
    return plan


def add_targets(initiative, count):
    for _ in range(count):
        publish_values(a_target(initiative), r6="931", r7="940")


@pytest.mark.long
@pytest.mark.parametrize(
    "address",
    [
        "/plans/mihon/dashboard/",
        "/plans/mihon/dashboard/?year=R6&policy=1&status=waiting&sort=distance",
        "/plans/mihon/departments/fukushi/",
        "/dashboard/",
    ],
)
def test_fifty_targets_cost_as_many_queries_as_five(client, plan, address):
    client.get(address)
    first = queries_of(client, address)
    add_targets(plan.initiative_set.get(), 45)

    assert Target.objects.filter(plan=plan).count() == 50
    assert queries_of(client, address) == first <= MOST


def test_more_plans_cost_no_more_queries(client, plan):
    client.get("/dashboard/")
    first = queries_of(client, "/dashboard/")
    for _ in range(10):
        initiative = an_initiative(a_measure(a_policy()))
        add_targets(initiative, 1)
        a_review(an_initiative(a_measure(a_policy())))

    assert queries_of(client, "/dashboard/") == first <= MOST

"""A server that dies while a new plan is made leaves the whole plan or none of it."""

import pytest
from django.db import connection

from plans.models import PlanImport
from tests.committed import delete_since, keys_now
from tests.kept_database import kept_database
from tests.killed import never_in_between
from tests.welfare_plan.new_plans.workbooks import ROWS, a_plan_import

pytestmark = pytest.mark.django_db(transaction=True)
_COUNTS = (
    "SELECT (SELECT count(*) FROM plans_publisher),"
    " (SELECT count(*) FROM plans_plan),"
    " (SELECT count(*) FROM indicators_target),"
    " (SELECT count(*) FROM indicators_historicaltarget),"
    " (SELECT count(*) FROM plans_planimport WHERE state = 'confirmed')"
)


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "kills"),
    [
        pytest.param(60, 3, id="three times"),
        pytest.param(1_000, 20, id="twenty times", marks=pytest.mark.drill),
    ],
)
def test_killed_at_any_moment_the_whole_plan_is_there_or_none(
    tmp_path, size, kills, print_figures
):
    goals = [{**ROWS["取組目標"][0], "名称": f"目標{n}"} for n in range(size)]
    imported = a_plan_import(取組目標=goals)
    before = keys_now()

    def take_back():
        PlanImport.objects.update(plan=None, state="previewed", confirmed_at=None)
        delete_since(before)

    figures = never_in_between(
        kept_database(tmp_path, counts=_COUNTS, take_back=take_back),
        "tests.welfare_plan.new_plans.confirm_once",
        [imported.pk, imported.uploaded_by_id],
        added=(1, 1, size, size, 1),
        kills=kills,
    )
    print_figures(
        id="R3", what="a new plan", database=connection.vendor, rows=size, **figures
    )

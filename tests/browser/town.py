"""Run beside the site's server: a town whose plan nobody has asked about yet.

Prints the last finished fiscal year, as JSON. The plan's years are counted from it, so
that its figures stay the same.
"""

import json

import django

django.setup()

from django.utils import timezone  # noqa: E402

from plans.fiscal_year import latest_finished  # noqa: E402
from tests.factories import (  # noqa: E402
    a_measure,
    a_plan,
    a_policy,
    a_target,
    an_initiative,
)
from tests.staff_records import a_department, a_person, a_publisher  # noqa: E402

TOWN = "見本町"
DEPARTMENT = "相談支援課"
PLAN = "mihon-machi"
PASSWORD = "machi-no-keikaku"
CLERK, PLANNER = "soudan@machi.example.jp", "keikaku@machi.example.jp"

VISITORS = "相談会に来た人の数"
SHOPS = "見守りに協力する店の数"
COURSE = "講座を受けた人の数"


def main():
    year = latest_finished(timezone.localdate())
    publisher = a_publisher(name=TOWN)
    department = a_department(publisher, name=DEPARTMENT)
    _a_login("担当課", CLERK, department, first_name="花子")
    _a_login("計画担当", PLANNER, first_name="太郎")
    _the_plan(publisher, department, year)
    print(json.dumps({"year": year}))


def _a_login(role, mail, *departments, **values):
    person = a_person(role, *departments, username=mail, email=mail, **values)
    person.set_password(PASSWORD)
    person.save()


def _the_plan(publisher, department, year):
    plan = a_plan(
        slug=PLAN,
        title="見本町地域福祉計画",
        publisher=publisher,
        period_start_fy=year - 1,
        period_end_fy=year + 5,
    )
    measure = a_measure(a_policy(plan, code="1"), code="1-1")
    initiative = an_initiative(measure, code="1-1-1", department=department)
    years = {"baseline_fiscal_year": year - 2, "goal_fiscal_year": year + 5}
    for position, (name, baseline, goal, unit) in enumerate(
        [
            (VISITORS, "904", "1100", "人／年"),
            (SHOPS, "50", "120", "店"),
            (COURSE, "30", "100", "人／年"),
        ],
        start=1,
    ):
        a_target(
            initiative,
            code=f"1-{position}",
            position=position,
            name=name,
            baseline_value=baseline,
            baseline_unit=unit,
            goal_value=goal,
            goal_unit=unit,
            **years,
        )


if __name__ == "__main__":
    main()

"""Run beside a site: a plan of 100 targets with a value in each of five years.

Prints the addresses of its pages as JSON.
"""

import json
from urllib.parse import urlencode

import django

django.setup()

from plans.publishing import publishing  # noqa: E402
from tests import factories  # noqa: E402
from tests.indicators.published import publish_value  # noqa: E402

TARGETS, YEARS = 100, range(2021, 2026)


def main():
    with publishing("site"):
        plan = factories.a_plan(slug="bench", period_start_fy=2021, period_end_fy=2030)
        initiatives = [
            factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
            for _ in range(5)
        ]
        for number in range(TARGETS):
            target = factories.a_target(initiatives[number % 5], name=f"目標{number}")
            for year in YEARS:
                publish_value(target, year, str(900 + number + year % 100))
    home = plan.get_absolute_url()
    pages = {
        "plan": home,
        "dashboard": f"{home}dashboard/",
        "measure": initiatives[0].measure.get_absolute_url(),
        "search": f"/search/?{urlencode({'q': '介護'})}",
    }
    print(json.dumps(pages))


if __name__ == "__main__":
    main()

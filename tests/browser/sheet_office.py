"""Run beside the site's server: a round whose answers can be published, and two people.

Prints the sessions of a clerk and of the planning section, and addresses, as JSON.
"""

import json
from datetime import date, timedelta

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from indicators.models import Target  # noqa: E402
from plans.models import Plan  # noqa: E402
from tests.browser.office import KASHIWA  # noqa: E402
from tests.staff_records import (  # noqa: E402
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
)

CODES = ("1-1", "2-1", "2-2", "4-2")
YEAR = 2024


def main():
    publisher = Plan.objects.get(slug=KASHIWA).publisher or a_publisher()
    # Other tests have an office in the same database: names of its own.
    department = a_department(publisher, code="sheet", name="地域福祉課")
    round_ = a_round(
        publisher,
        fiscal_year=YEAR,
        opens_on=date(2025, 4, 10),
        due_on=timezone.localdate() + timedelta(days=30),
    )
    for code in CODES:
        target = Target.objects.get(plan__slug=KASHIWA, code=code)
        an_item(round_, target=target, department=department)
    clerk = a_person("担当課", department, username="sheet-clerk")
    planner = a_person("計画担当", username="sheet-planner", is_staff=True)
    made = {
        "clerk": _session(clerk),
        "planner": _session(planner),
        "sheet": reverse("sheet", args=[round_.pk]),
        "dashboard": reverse("plan-dashboard", args=[KASHIWA]) + "?year=R6",
    }
    print(json.dumps(made))


def _session(person):
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


if __name__ == "__main__":
    main()

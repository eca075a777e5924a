"""Run beside the site's server: a department that owes answers, a clerk, her session.

Prints the clerk's session and the address of the entry page, as JSON.
"""

import json
from datetime import timedelta

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from indicators.models import Target  # noqa: E402
from initiatives.models import Initiative  # noqa: E402
from plans.models import Plan  # noqa: E402
from tests.staff_records import (  # noqa: E402
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
)

KASHIWA = "kashiwa-chiiki-fukushi"
CODES = ("1-1", "2-1", "2-2", "4-2")


def main():
    publisher = Plan.objects.get(slug=KASHIWA).publisher or a_publisher()
    department = a_department(publisher)
    clerk = a_person("担当課", department)
    today = timezone.localdate()
    round_ = a_round(publisher, opens_on=today, due_on=today + timedelta(days=30))
    for code in CODES:
        target = Target.objects.get(plan__slug=KASHIWA, code=code)
        an_item(round_, target=target, department=department)
    initiative = Initiative.objects.filter(plan__slug=KASHIWA).first()
    an_item(round_, initiative=initiative, department=department)
    client = Client()
    client.force_login(clerk)
    made = {
        "session": client.cookies["sessionid"].value,
        "entry": reverse("figures-entry", args=[round_.pk]),
    }
    print(json.dumps(made))


if __name__ == "__main__":
    main()

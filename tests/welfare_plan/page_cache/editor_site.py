"""Run beside the site's server: two editors, each with a session and a term of a plan.

Prints as JSON each editor's session, the key of the term, and the page that shows it.
"""

import json

import django

django.setup()

from django.test import Client  # noqa: E402

from plans.models import Plan  # noqa: E402
from tests.plans.records import a_term  # noqa: E402
from tests.staff_records import a_person  # noqa: E402


def main():
    plans = Plan.objects.filter(slug__in=["kashiwa-chiiki-fukushi", "kita-ku"])
    print(json.dumps([_editor(a_term(plan)) for plan in plans]))


def _editor(term):
    client = Client()
    client.force_login(a_person("計画担当", is_staff=True))
    return {
        "session": client.cookies["sessionid"].value,
        "term": term.pk,
        "page": f"{term.plan.get_absolute_url()}glossary/",
    }


if __name__ == "__main__":
    main()

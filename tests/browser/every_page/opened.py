"""Run beside the site's server: an address for every type of page, and who opens it.

Prints the sessions of the people and, for each pattern, the address, as JSON. Public
pages are those of the fullest plans, with sample values; staff pages are of a small
world of records that has one of everything.
"""

import json

import django

django.setup()

from django.test import Client  # noqa: E402

from tests.browser.every_page.page_types import page_types  # noqa: E402
from tests.rights_world import World  # noqa: E402
from welfare_plan.samples import load_samples  # noqa: E402

KASHIWA = "plans/kashiwa-chiiki-fukushi/"
MIHON = "plans/mihon-shi-chiiki-fukushi/"
# Patterns with gaps that real plans fill better than the small world does.
FULLEST = {
    "plans/<slug:plan_slug>/": KASHIWA,
    "plans/<slug:plan_slug>/source-notes/": f"{KASHIWA}source-notes/",
    "plans/<slug:plan_slug>/glossary/": "plans/kita-ku/glossary/",
    "plans/<slug:plan_slug>/dashboard/": f"{KASHIWA}dashboard/",
    "plans/<slug:plan_slug>/departments/<slug:code>/": (
        f"{MIHON}departments/chiiki-fukushi/"
    ),
    "plans/<slug:plan_slug>/reports/": f"{KASHIWA}reports/",
    "plans/<slug:plan_slug>/reports/<str:year>/": f"{KASHIWA}reports/R7/",
    "plans/<slug:plan_slug>/policies/<code:code>/": f"{KASHIWA}policies/2/",
    "plans/<slug:plan_slug>/measures/<code:code>/": f"{KASHIWA}measures/2-1/",
    "plans/<slug:plan_slug>/initiatives/<code:code>/": f"{KASHIWA}initiatives/2-1-1/",
    "plans/<slug:plan_slug>/targets/<code:code>/": f"{KASHIWA}targets/4-3/",
    "plans/<slug:plan_slug>/surveys/<code:code>/": f"{KASHIWA}surveys/2-2/",
    "plans/<slug:plan_slug>/history/": f"{KASHIWA}history/",
    "embed/targets/<slug:plan_slug>/<code:code>/": (
        "embed/targets/kashiwa-chiiki-fukushi/4-3/"
    ),
    "embed/policies/<slug:plan_slug>/<code:code>/": (
        "embed/policies/kashiwa-chiiki-fukushi/2/"
    ),
}


def main():
    load_samples()
    world = World()
    found = {
        kind.route: (
            f"/{FULLEST[kind.route]}"
            if kind.route in FULLEST
            else world.address(kind.route, "")
        )
        for kind in page_types()
    }
    sessions = {who: _session(person) for who, person in world.people.items()}
    print(json.dumps({"addresses": found, "sessions": sessions}))


def _session(person):
    if person is None:
        return ""
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


if __name__ == "__main__":
    main()

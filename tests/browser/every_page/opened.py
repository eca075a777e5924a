"""Run beside the site's server: what the pages need that are opened, as JSON.

The addresses of the types of page that stand in no list (a small world of records has
one of everything), the sessions of the people, and the pages of errors that no address
of a healthy server leads to.
"""

import json

import django

django.setup()

from django.db import OperationalError  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402

from tests.browser.every_page.states import states  # noqa: E402
from tests.rights_world import World  # noqa: E402
from welfare_plan.samples import load_samples  # noqa: E402
from welfare_plan.unavailable import unavailable  # noqa: E402
from welfare_plan.views import server_error  # noqa: E402


def main():
    load_samples()
    world = World()
    routes = {state.kind.route for state in states() if not state.address}
    found = {
        "addresses": {route: world.address(route, "") for route in sorted(routes)},
        "sessions": {who: _session(person) for who, person in world.people.items()},
        "made": _pages_of_errors(),
    }
    print(json.dumps(found))


def _session(person):
    if person is None:
        return ""
    client = Client()
    client.force_login(person)
    return client.cookies["sessionid"].value


def _pages_of_errors():
    sent = RequestFactory().post("/staff/login/")
    visitor = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    stale = visitor.post("/staff/login/", {"username": "a"})
    answers = {
        "/made/csrf/": stale,
        "/made/500/": server_error(sent),
        "/made/503/": unavailable(sent, OperationalError("database is locked")),
    }
    return {
        path: {"status": answer.status_code, "body": answer.content.decode()}
        for path, answer in answers.items()
    }


if __name__ == "__main__":
    main()

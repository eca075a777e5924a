"""A server with sample values, one of every record, and a person of each role."""

import json

import pytest

from tests.browser.every_page.looking import Visits
from tests.site_server import prepare, run_python, served, site_environment


@pytest.fixture(scope="session")
def full_site(tmp_path_factory):
    """The server's address, and what opened.py says of it."""
    env = site_environment(tmp_path_factory.mktemp("every-page"))
    prepare(env)
    run_python(env, "manage.py", "load_readings", "--verbosity", "0")
    settings = {"DJANGO_SETTINGS_MODULE": "welfare_plan.settings"}
    module = "tests.browser.every_page.opened"
    said = run_python({**env, **settings}, "-m", module).splitlines()[-1]
    with served(env) as address:
        yield {"site": address, **json.loads(said)}


@pytest.fixture(scope="session")
def visits(browser, full_site):
    with Visits(browser, full_site) as opened:
        yield opened

"""A real Chromium against the real server, with hashed static files."""

import json
import os
from pathlib import Path

import pytest

from tests.browser.every_page.states import states
from tests.browser.record import RECORD
from tests.site_server import ROOT, prepare, run_python, served, site_environment
from tests.system_packages import chromium

_ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if ROOT / "tests" / "browser" in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    RECORD.add_walk(item.iter_markers("walk"), report)
    return report


def pytest_sessionfinish():
    RECORD.write(states())


@pytest.fixture(scope="session")
def record(browser):
    """What is found, for the page of results; `make accessibility` names its file."""
    RECORD.browser = f"Chromium {browser.version}"
    return RECORD


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    executable = chromium()
    if not executable:
        # On CI a missing browser must not pass as a skipped test.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "No Chromium: install it, or set CHROMIUM to its path."
        )
    # Chromium refuses its sandbox to root alone.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": executable,
        "args": [*_ARGS, *sandbox],
    }


@pytest.fixture(scope="session")
def site_env(tmp_path_factory):
    """The environment of the site's server, for commands that share its database."""
    folder = tmp_path_factory.mktemp("site")
    return site_environment(
        folder,
        EMAIL_URL=f"filemail:///{folder / 'mail'}",
        DJANGO_SUPERUSER_PASSWORD="keikaku-no-kanri",
    )


@pytest.fixture(scope="session")
def site(site_env):
    """The address of a server of its own, with the seven plans and one login."""
    prepare(site_env)
    user = ["--username", "keikaku", "--email", "keikaku@example.jp"]
    run_python(site_env, "manage.py", "createsuperuser", "--noinput", *user)
    with served(site_env) as address:
        yield address


@pytest.fixture(scope="session")
def run_beside(site, site_env):
    """Runs a module of the tests on the site's database; gives what it prints."""
    env = {**site_env, "DJANGO_SETTINGS_MODULE": "welfare_plan.settings"}

    def run(module):
        return json.loads(run_python(env, "-m", module).splitlines()[-1])

    return run


@pytest.fixture(scope="session")
def mail_folder(site_env):
    """Where the site's server puts its mails instead of sending them."""
    return Path(site_env["EMAIL_URL"].removeprefix("filemail:///"))

"""A real Chromium against the real server, with hashed static files."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.system_packages import chromium

ROOT = Path(__file__).resolve().parents[2]

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
    port = _free_port()
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "EVIDENCE_ROOT": str(folder / "evidence"),
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SUPERUSER_PASSWORD": "keikaku-no-kanri",
    }


@pytest.fixture(scope="session")
def site(site_env):
    """The address of a server of its own, with the seven plans and one login."""
    env = site_env
    manage = [sys.executable, "manage.py"]
    user = ["--username", "keikaku", "--email", "keikaku@example.jp"]
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_plans", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
        ["createsuperuser", "--noinput", *user],
    ):
        subprocess.run([*manage, *command], cwd=ROOT, env=env, check=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "welfare_plan/gunicorn.py"],
        cwd=ROOT,
        env=env,
    )
    address = env["SITE_URL"]
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=35)


@pytest.fixture(scope="session")
def run_beside(site, site_env):
    """Runs a module of the tests on the site's database; gives what it prints."""
    env = {**site_env, "DJANGO_SETTINGS_MODULE": "welfare_plan.settings"}

    def run(module):
        command = [sys.executable, "-m", module]
        done = subprocess.run(
            command, cwd=ROOT, env=env, check=True, capture_output=True, text=True
        )
        return json.loads(done.stdout.splitlines()[-1])

    return run


@pytest.fixture(scope="session")
def mail_folder(site_env):
    """Where the site's server puts its mails instead of sending them."""
    return Path(site_env["EMAIL_URL"].removeprefix("filemail:///"))


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address):
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)

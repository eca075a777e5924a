"""R17: a site of the release before, brought to this one and one step back."""

import json
import time
from contextlib import closing, contextmanager
from threading import Event, Thread

import psycopg
import pytest

from tests.crowd.web_client import WebClient
from tests.own_postgresql import own_postgresql
from tests.site_server import collect_static, run_python, served, site_environment
from tests.upgrade import RELEASES

pytestmark = [pytest.mark.setup, pytest.mark.long]

HERE = "tests.upgrade.at_release"
PAGES = ("/", "/plans/kita-ku/", "/dashboard/", "/staff/login/", "/readyz")
LONGEST = 2  # seconds that a visitor may wait for a table
HISTORY = "SELECT count(*) FROM plans_historicalsourcenote"


@pytest.fixture(params=["sqlite", "postgresql"])
def env(request, tmp_path):
    values = {"DJANGO_SETTINGS_MODULE": "welfare_plan.settings", "LOG_LEVEL": "ERROR"}
    if request.param == "sqlite":
        yield site_environment(tmp_path, **values)
        return
    with own_postgresql() as server:
        yield site_environment(tmp_path, DATABASE_URL=server.get_uri(), **values)


def told(env, *arguments):
    return json.loads(run_python(env, "-m", HERE, *arguments).splitlines()[-1])


@contextmanager
def visitors(env):
    """Gives the seconds that each of many questions took; on PostgreSQL alone."""
    waited, is_over = [0.0], Event()

    def ask():
        with closing(psycopg.connect(env["DATABASE_URL"], autocommit=True)) as other:
            while not is_over.wait(0.01):
                started = time.monotonic()
                other.execute(HISTORY)
                waited.append(time.monotonic() - started)

    thread = Thread(target=ask)
    if env["DATABASE_URL"].startswith("postgres"):
        thread.start()
    yield waited
    is_over.set()
    if thread.ident:
        thread.join()


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize(
    "years",
    [
        pytest.param(1, id="young"),
        pytest.param(20, id="full", marks=pytest.mark.drill),
    ],
)
def test_nothing_is_lost_and_nobody_waits_long(env, release, years, print_figures):
    run_python(env, "-m", HERE, "fill", release, str(years))

    started = time.monotonic()
    with visitors(env) as waited:
        run_python(env, "manage.py", "migrate", "--verbosity", "0")
    taken = time.monotonic() - started
    forward = told(env, "compare", release)
    collect_static(env)
    with served(env) as site, closing(WebClient(site)) as client:
        answers = {page: client.get(page).status_code for page in PAGES}
    undone = told(env, "back", release)["undone"]
    backward = told(env, "compare", release)

    print_figures(
        id="R17",
        release=release,
        database=env["DATABASE_URL"].partition(":")[0],
        records=forward["records"],
        histories=f"x{years}",
        gone=len(forward["gone"]) + len(backward["gone"]),
        changed=len(forward["changed"]) + len(backward["changed"]),
        seconds=round(taken, 1),
        longest_wait=round(max(waited), 2),
    )
    lost = {"records": forward["records"], "gone": [], "changed": []}
    assert forward == lost
    assert answers == dict.fromkeys(PAGES, 200)
    assert undone > 0
    assert backward == lost
    assert max(waited) < LONGEST


def test_the_release_before_can_write_into_the_tables_of_this_one(env):
    """Whoever goes back leaves the tables as they are: docs/operation.md."""
    before = RELEASES[-1]

    run_python(env, "-m", HERE, "newer", before)

    found = told(env, "compare", before)
    assert found["records"] > 0
    assert found == {"records": found["records"], "gone": [], "changed": []}

"""PostgreSQL ends connections that rest in the pool, or goes away: who notices?"""

import time
from collections import Counter
from contextlib import closing

import psycopg
import pytest

from tests.crowd.web_client import WebClient
from tests.own_postgresql import own_postgresql
from tests.site_server import prepare, served, site_environment

pytestmark = [pytest.mark.setup, pytest.mark.long]

# Not kept: it asks the database each time.
PAGE = "/search/?q=%E4%BB%8B%E8%AD%B7"
BACK = 5  # seconds
END = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle'
"""


@pytest.fixture(scope="module")
def server():
    with own_postgresql() as server:
        yield server


@pytest.fixture(scope="module")
def env(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    env = site_environment(folder, DATABASE_URL=server.get_uri(), THREADS="1")
    prepare(env)
    return env


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param(10, id="short"),
        pytest.param(500, id="full", marks=pytest.mark.drill),
    ],
)
def test_nobody_notices_that_resting_connections_were_ended(
    server, env, rounds, print_figures
):
    statuses, ended, slowest = Counter(), 0, 0.0
    with (
        served(env) as site,
        closing(WebClient(site)) as client,
        closing(psycopg.connect(server.get_uri(), autocommit=True)) as other,
    ):
        for _ in range(rounds):
            for _ in range(3):
                answer = client.get(PAGE)
                statuses[answer.status_code] += 1
                slowest = max(slowest, answer.seconds)
            ended += other.execute(END).fetchone()[0]

    print_figures(
        id="R14",
        requests=statuses.total(),
        connections_ended=ended,
        failed=statuses.total() - statuses[200],
        slowest_seconds=round(slowest, 2),
    )
    assert statuses == {200: 3 * rounds}
    assert ended >= rounds


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(5, id="short"),
        pytest.param(100, id="full", marks=pytest.mark.drill),
    ],
)
def test_the_checks_say_so_while_it_is_away_and_soon_after(
    server, env, seconds, print_figures
):
    with served(env) as site, closing(WebClient(site)) as client:
        before = _checks(client)
        server.stop()
        time.sleep(seconds)
        slowest = max(client.get("/readyz").seconds for _ in range(5))
        away = _checks(client)
        server.ensure_postgres_running()
        start = time.monotonic()
        while client.get("/readyz").status_code != 200:
            assert time.monotonic() - start < 60
            time.sleep(0.1)
        back = time.monotonic() - start

    print_figures(
        id="R19",
        fault="PostgreSQL away",
        seconds=seconds,
        healthz=away[0],
        readyz=away[1],
        slowest_seconds=round(slowest, 2),
        ready_after=round(back, 1),
    )
    assert before == (200, 200)
    assert away == (200, 503)
    assert back <= BACK


def _checks(client):
    return tuple(client.get(path).status_code for path in ("/healthz", "/readyz"))

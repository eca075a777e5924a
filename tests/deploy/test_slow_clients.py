"""S11: those who send by drops keep nobody from the site behind nginx."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.proxy import configured, nginx, proxied
from tests.deploy.slow_clients import SlowClients

pytestmark = [pytest.mark.setup, pytest.mark.django_db]

PAGES = ("/", "/plans/kita-ku/", "/search/?q=%E4%BB%8B%E8%AD%B7", "/dashboard/")
SLOWEST = 1.0  # seconds, but for one in a hundred


@pytest.fixture(scope="module")
def proxy(env, tmp_path_factory):
    if not nginx():
        pytest.skip("no nginx: apt install nginx-light")
    proxy = configured(tmp_path_factory.mktemp("nginx"), int(env["PORT"]))
    with proxied(proxy, env):
        yield proxy


def _visit(proxy, page, end):
    """Statuses and seconds of one visitor, well below the limits of nginx."""
    found = []
    while time.monotonic() < end:
        started = time.monotonic()
        status, _, _ = proxy.get(page)
        found.append((status, time.monotonic() - started))
        time.sleep(0.1)
    return found


@pytest.mark.parametrize(
    ("connections", "seconds"),
    [
        pytest.param(60, 4, id="some"),
        pytest.param(500, 60, id="full", marks=pytest.mark.drill),
    ],
)
def test_visitors_do_not_notice_them(proxy, connections, seconds, print_figures):
    with (
        SlowClients(proxy.https, connections, proxy.context()) as slow,
        ThreadPoolExecutor(len(PAGES)) as visitors,
    ):
        slow.wait_until_all_are_there()
        end = time.monotonic() + seconds
        jobs = [visitors.submit(_visit, proxy, page, end) for page in PAGES]
        answers = [answer for job in jobs for answer in job.result()]

    statuses = Counter(status for status, _ in answers)
    times = sorted(taken for _, taken in answers)
    p99 = times[int(0.99 * len(times))]
    print_figures(
        id="S11",
        slow_connections=slow.most_open,
        given_up=slow.given_up,
        requests=len(answers),
        failed=len(answers) - statuses[200],
        p99_seconds=round(p99, 2),
    )
    assert slow.most_open == connections
    assert statuses == {200: len(answers)}
    assert p99 < SLOWEST

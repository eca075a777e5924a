"""PostgreSQL stops under load and comes back: known pages go on, others say so."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest

from tests.crowd.web_client import WebClient
from tests.own_postgresql import own_postgresql
from tests.site_server import prepare, served, site_environment

pytestmark = [pytest.mark.setup, pytest.mark.long]

# The second is never kept: it asks the database each time.
KNOWN, UNKNOWN = "/plans/kita-ku/", "/search/?q=%E4%BB%8B%E8%AD%B7"
STATIC = "/static/css/portal.css"
NOTICE = "ただいま更新を確認できません。"
LONGEST, BACK = 3, 5  # seconds


@pytest.fixture
def server():
    with own_postgresql() as server:
        yield server


@pytest.fixture
def site(server, tmp_path):
    env = site_environment(tmp_path, DATABASE_URL=server.get_uri())
    prepare(env)
    with served(env) as address:
        yield address


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(3, id="short"),
        pytest.param(30, id="full", marks=pytest.mark.drill),
    ],
)
def test_known_pages_are_served_and_all_is_well_soon_after(
    site, server, seconds, print_figures
):
    _make_known(site)
    with _load(site) as answers:
        server.stop()
        time.sleep(1)
        answers.clear()
        time.sleep(seconds)
        while_away = list(answers)
        server.ensure_postgres_running()
        back_after = _seconds_until_well(site)
    known = [answer for page, answer in while_away if page == KNOWN]
    unknown = [answer for page, answer in while_away if page == UNKNOWN]
    static = [answer for page, answer in while_away if page == STATIC]

    print_figures(
        id="R12",
        known=len(known),
        unknown=len(unknown),
        slowest_known=round(max(one.seconds for one in known), 2),
        slowest_unknown=round(max(one.seconds for one in unknown), 2),
        back_after=round(back_after, 1),
    )
    assert Counter(one.status_code for one in known) == {200: len(known)}
    assert all(NOTICE in one.content.decode() for one in known)
    assert Counter(one.status_code for one in unknown) == {503: len(unknown)}
    assert all("ただいま表示できません" in one.content.decode() for one in unknown)
    assert {one.status_code for one in static} == {200}
    assert max(one.seconds for one in unknown) < LONGEST
    assert back_after <= BACK


def _make_known(site):
    """In both workers: either may take a connection."""
    for _ in range(40):
        with closing(WebClient(site)) as client:
            assert client.get(KNOWN).status_code == 200


class _load:
    """Visitors of a known and an unknown page and a file, while it lasts."""

    def __init__(self, site):
        self.site, self.answers, self.is_over = site, [], Event()

    def __enter__(self):
        self.threads = ThreadPoolExecutor(3)
        self.jobs = [
            self.threads.submit(self._visit, page) for page in (KNOWN, UNKNOWN, STATIC)
        ]
        return self.answers

    def __exit__(self, *failure):
        self.is_over.set()
        self.threads.shutdown()
        for job in self.jobs:
            job.result()

    def _visit(self, page):
        with closing(WebClient(self.site)) as client:
            while not self.is_over.is_set():
                self.answers.append((page, client.get(page)))
                time.sleep(0.01)


def _seconds_until_well(site):
    """From the database's return until both pages are right ten times in a row."""
    start, right = time.monotonic(), 0
    first_right = start
    with closing(WebClient(site)) as client:
        while right < 10:
            pages = [client.get(page) for page in (KNOWN, UNKNOWN)]
            is_right = all(
                page.status_code == 200 and NOTICE not in page.content.decode()
                for page in pages
            )
            right = right + 1 if is_right else 0
            if right == 1:
                first_right = time.monotonic()
            assert time.monotonic() - start < 30
            time.sleep(0.05)
    return first_right - start

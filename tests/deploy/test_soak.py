"""R18: a long day of visitors and a clerk: no error, no memory or file that is lost."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from random import Random
from threading import Event
from types import SimpleNamespace

import pytest

from tests.crowd.editors import SAVED, EntryEditor
from tests.crowd.web_client import WebClient
from tests.deploy.servers import running
from tests.deploy.workers import held
from tests.site_server import run_python

pytestmark = [pytest.mark.setup, pytest.mark.django_db, pytest.mark.long]

# Kept pages, pages that are made each time, files, answers for programs, refusals.
PAGES = (
    *("/", "/plans/kita-ku/", "/plans/kita-ku/?furigana=1", "/dashboard/", "/actions/"),
    *("/glossary/", "/feed.atom", "/themes/disaster/", "/healthz", "/staff/login/"),
    *("/data/", "/data/catalog.jsonld", "/api/v1/plans", "/api/v1/targets?limit=20"),
    *("/search/?q=%E4%BB%8B%E8%AD%B7", "/search/?q=R12", "/nowhere/", "/sitemap.xml"),
)
REFUSED = {"/nowhere/": 404}
VISITORS = 4


@pytest.fixture
def site(env, tmp_path):
    env = {**env, "DJANGO_SETTINGS_MODULE": "welfare_plan.settings"}
    said = run_python(env, "-m", "tests.crowd.site_office", "1")
    with running(env, tmp_path) as server:
        yield server, json.loads(said.splitlines()[-1])


def _visit(address, seed, is_over):
    """How many were right, and what was not."""
    draw, right, wrong = Random(seed), 0, []
    with closing(WebClient(address)) as client:
        while not is_over.is_set():
            page = draw.choice(PAGES)
            status = client.get(page).status_code
            if status == REFUSED.get(page, 200):
                right += 1
            else:
                wrong.append((page, status))
            time.sleep(0.01)
    return right, wrong


def _write(address, office, is_over):
    writer = office["writers"][0]
    right, wrong = 0, []
    with closing(WebClient(address, {"sessionid": writer["session"]})) as client:
        editor = EntryEditor(
            client,
            SimpleNamespace(pk=office["round"]),
            SimpleNamespace(pk=writer["item"]),
        )
        while not is_over.wait(0.5):
            editor.open()
            status = editor.send(str(1000 + right % 500)).status_code
            if status == SAVED:
                right += 1
            else:
                wrong.append(("a figure", status))
    return right, wrong


@pytest.mark.parametrize(
    ("warm", "seconds", "most"),
    [
        # So short a time says of the memory only that it does not run away.
        pytest.param(4, 8, 1.25, id="short"),
        pytest.param(300, 1800, 1.05, id="full", marks=pytest.mark.drill),
    ],
)
def test_the_workers_stay_as_they_were(site, warm, seconds, most, print_figures):
    server, office = site
    is_over = Event()
    with ThreadPoolExecutor(VISITORS + 1) as threads:
        jobs = [
            threads.submit(_visit, server.address, seed, is_over)
            for seed in range(VISITORS)
        ]
        jobs.append(threads.submit(_write, server.address, office, is_over))
        try:
            time.sleep(warm)
            before = held(server.pid)
            time.sleep(seconds)
            after = held(server.pid)
        finally:
            is_over.set()
    results = [job.result() for job in jobs]

    growth = [after[pid].megabytes / one.megabytes for pid, one in before.items()]
    files = [after[pid].files - one.files for pid, one in before.items()]
    wrong = [each for _, of_one in results for each in of_one]
    print_figures(
        id="R18",
        seconds=seconds,
        requests=sum(right for right, _ in results[:-1]),
        edits=results[-1][0],
        errors=len(wrong),
        megabytes=[round(one.megabytes) for one in after.values()],
        growth_percent=[round(100 * (one - 1), 1) for one in growth],
        files_more=files,
    )
    assert wrong == []
    assert after.keys() == before.keys()
    assert max(growth) <= most
    # One a worker may be at work on just then.
    assert max(files) <= 4

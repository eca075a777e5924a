"""Writers and readers on SQLite, through the real server: nobody waits for long."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from time import monotonic, sleep
from types import SimpleNamespace

import pytest

from tests.crowd.editors import SAVED, EntryEditor
from tests.crowd.web_client import WebClient
from tests.site_server import prepare, run_python, served, site_environment

WRITERS, READERS = 20, 8
# Ten figures a second: more than the staff of a city type.
PAUSE = 2  # seconds

pytestmark = [pytest.mark.setup, pytest.mark.long]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server with an office; `env` is for commands beside it."""
    env = site_environment(tmp_path_factory.mktemp("site"))
    env["DJANGO_SETTINGS_MODULE"] = "welfare_plan.settings"
    prepare(env)
    said = run_python(env, "-m", "tests.crowd.site_office", str(WRITERS))
    with served(env) as address:
        yield SimpleNamespace(address=address, office=json.loads(said.splitlines()[-1]))


# Beside other tests the processor is what they wait for: there nobody is given up.
@pytest.mark.parametrize(
    ("seconds", "longest"),
    [
        pytest.param(5, 5, id="short"),
        pytest.param(60, 1, id="full", marks=pytest.mark.drill),
    ],
)
def test_twenty_write_and_eight_read_without_waiting(
    site, seconds, longest, print_figures
):
    until = monotonic() + seconds
    writers = [partial(_write, site, one, until) for one in site.office["writers"]]
    readers = [partial(_read, site, until)] * READERS

    with ThreadPoolExecutor(WRITERS + READERS) as threads:
        jobs = [threads.submit(job) for job in (*writers, *readers)]
        answers = [job.result() for job in jobs]

    writes, reads = sum(answers[:WRITERS], []), sum(answers[WRITERS:], [])
    slow = _percentile([one.seconds for one in writes], 99)
    print_figures(
        id="R2",
        database="sqlite",
        writers=WRITERS,
        readers=READERS,
        seconds=seconds,
        writes=len(writes),
        reads=len(reads),
        refused=sum(one.status_code == 503 for one in (*writes, *reads)),
        p50_write=round(_percentile([one.seconds for one in writes], 50), 3),
        p99_write=round(slow, 3),
    )
    assert Counter(one.status_code for one in writes) == {SAVED: len(writes)}
    assert Counter(one.status_code for one in reads) == {200: len(reads)}
    assert len(writes) >= WRITERS
    assert slow < longest


def _write(site, writer, until):
    """Open the page, type, send, think; each on a figure of their own."""
    round_ = SimpleNamespace(pk=site.office["round"])
    item = SimpleNamespace(pk=writer["item"])
    answers = []
    with closing(WebClient(site.address, {"sessionid": writer["session"]})) as client:
        sleep(PAUSE * (item.pk % WRITERS) / WRITERS)
        editor = EntryEditor(client, round_, item)
        while not answers or monotonic() < until:
            shown = editor.open()
            answers.append(editor.send(str(int(shown.replace(",", "")) + 1)))
            sleep(PAUSE)
    return answers


def _read(site, until):
    answers = []
    with closing(WebClient(site.address)) as client:
        while monotonic() < until:
            for address in (site.office["page"], "/dashboard/"):
                answers.append(client.get(address))
                sleep(PAUSE / 2)
    return answers


def _percentile(seconds, percent):
    return sorted(seconds)[int((len(seconds) - 1) * percent / 100)]

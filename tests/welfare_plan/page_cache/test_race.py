"""Two editors and many readers at the real server: who was answered sees the edit.

After each answered edit its page is asked for three times, on new connections that
either worker may take. Without the wait at the commit the same reads find old pages.
"""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from subprocess import CalledProcessError
from threading import Event

import pytest

from tests.admin.forms import AdminForm
from tests.crowd.web_client import WebClient
from tests.own_postgresql import own_postgresql
from tests.site_server import prepare, run_python, served, site_environment

pytestmark = [pytest.mark.setup, pytest.mark.long]

HERE = "tests.welfare_plan.page_cache"
SYNC = ("--worker-class", "sync", "--threads", "1", "--workers", "2")
READERS = 2
# A long lease: few reads are enough to meet it.
SHORT = pytest.param("60", 8, id="short")
FULL = pytest.param("20", 170, id="full", marks=pytest.mark.drill)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def env(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("race")
    if request.param == "sqlite":
        yield _prepared(folder)
        return
    with own_postgresql() as server:
        yield _prepared(folder, DATABASE_URL=server.get_uri())


def _prepared(folder, **values):
    env = site_environment(folder, **values)
    env["DJANGO_SETTINGS_MODULE"] = "welfare_plan.settings"
    prepare(env)
    env["editors"] = run_python(env, "-m", f"{HERE}.editor_site").splitlines()[-1]
    return env


@pytest.mark.parametrize(("lease", "edits"), [SHORT, FULL])
def test_who_was_answered_finds_the_edit_in_every_worker(
    env, lease, edits, print_figures
):
    reads, old = _race(env, lease, edits)

    print_figures(id="race", lease_ms=int(lease), reads=reads, stale=old)
    assert reads >= 6 * edits
    assert old == 0


@pytest.mark.parametrize(("lease", "edits"), [SHORT, FULL])
def test_without_the_wait_some_would_find_an_old_page(env, lease, edits, print_figures):
    reads, old = _race(env, lease, edits, f"{HERE}.without_wait:application")

    print_figures(id="race without wait", lease_ms=int(lease), reads=reads, stale=old)
    assert old > 0


def test_an_editor_that_was_killed_after_the_commit_leaves_no_old_page(env):
    (editor, _) = json.loads(env["editors"])
    found = []
    with _site_with_readers(env, "60", [editor]) as site:
        for number in range(4):
            words = f"打ち切りの後{number}"
            with pytest.raises(CalledProcessError):
                run_python(
                    env, "-m", f"{HERE}.publish_and_die", str(editor["term"]), words
                )
            # Nobody was answered; the leases of that moment are over all the same.
            time.sleep(0.06)
            found += [words in _page(site, editor) for _ in range(10)]

    assert found == [True] * 40


def _race(env, lease, edits, *application):
    """How many pages were asked for after an edit, and how many of them were old."""
    editors = json.loads(env["editors"])
    with (
        _site_with_readers(env, lease, editors, *application) as site,
        ThreadPoolExecutor(len(editors)) as threads,
    ):
        found = sum(threads.map(partial(_edit_and_read, site, edits), editors), [])
    return len(found), found.count(False)


@contextmanager
def _site_with_readers(env, lease, editors, *application):
    """Two workers, and visitors who keep the leases of both in use."""
    env = {**env, "PAGE_CACHE_LEASE_MS": lease}
    pages = [editor["page"] for editor in editors]
    with served(env, *SYNC, *application) as site, _readers(site, pages):
        yield site


def _edit_and_read(site, edits, editor):
    """Whether each page asked for after an answered edit showed it."""
    found = []
    with closing(WebClient(site, {"sessionid": editor["session"]})) as client:
        address = f"/admin/plans/glossaryterm/{editor['term']}/change/"
        for number in range(edits):
            words = f"{time.time_ns()}番の説明{number}"
            answer = AdminForm(client, address).fill(definition=words).send()
            assert answer.saved, answer.errors
            found += [words in _page(site, editor) for _ in range(3)]
    return found


def _page(site, editor):
    """On a connection of its own, as a visitor."""
    with closing(WebClient(site)) as visitor:
        return visitor.get(editor["page"]).content.decode()


@contextmanager
def _readers(site, pages):
    is_over = Event()

    def read():
        with closing(WebClient(site)) as client:
            while not is_over.is_set():
                for page in pages:
                    assert client.get(page).status_code == 200
                time.sleep(0.002)

    with ThreadPoolExecutor(READERS) as threads:
        jobs = [threads.submit(read) for _ in range(READERS)]
        try:
            yield
        finally:
            is_over.set()
    for job in jobs:
        job.result()

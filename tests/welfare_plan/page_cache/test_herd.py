"""Many at once want a page that an edit has just made old: it is made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest

from tests.welfare_plan.page_cache.conftest import a_page
from welfare_plan.page_cache import middleware
from welfare_plan.page_cache.revisions import Snapshot

THREADS = 8


@pytest.fixture
def edit(monkeypatch):
    """Raises the revision that all threads see; no database is asked."""
    numbers = iter(range(1, 10))

    def raise_it():
        now = Snapshot({"*": next(numbers), "site": next(numbers)})
        monkeypatch.setattr(middleware.revisions, "current", lambda **options: now)

    raise_it()
    return raise_it


def test_eight_threads_after_an_edit_make_one_page(edit, site):
    def view(request):
        sleep(0.05)
        return a_page(f"<p>{here.asked}</p>")

    here = site(view)
    here.get()
    edit()

    found = at_once(here.get)

    assert here.asked == 2
    assert {answer.content for answer in found} == {b"<p>2</p>"}


def test_who_waited_for_one_that_failed_tries_it_alone(edit, site):
    def view(request):
        sleep(0.01)
        return a_page("<p>1</p>", status=200 if here.asked == 1 else 404)

    here = site(view)
    here.get()
    edit()

    found = at_once(here.get)

    assert {answer.status_code for answer in found} == {404}
    assert here.asked == 1 + THREADS


def at_once(get):
    start = Barrier(THREADS)

    def job():
        start.wait(timeout=10)
        return get()

    with ThreadPoolExecutor(THREADS) as threads:
        jobs = [threads.submit(job) for _ in range(THREADS)]
        return [job.result() for job in jobs]

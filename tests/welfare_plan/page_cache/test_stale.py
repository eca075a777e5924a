"""While the database is away the last known page is served, and says so."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import ProgrammingError, connection
from django.test import Client
from django.utils import timezone

from plans.changes.words import moment_text
from plans.publishing import publishing
from tests.crawler import body_of
from tests.faults import away
from tests.welfare_plan.page_cache.conftest import PAGE
from welfare_plan.page_cache import revisions as revisions_module
from welfare_plan.page_cache import stale
from welfare_plan.page_cache.revisions import revisions
from welfare_plan.page_cache.store import store

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("trusted")]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def ask(visitor, address=PAGE, **options):
    """With the database away; each time as the first question since long."""
    revisions._failed_at = float("-inf")
    with connection.execute_wrapper(away):
        return visitor.get(address, **options)


def notice(response):
    found = BeautifulSoup(response.content, "html.parser").select_one(".stale")
    return found and " ".join(found.get_text().split())


def test_a_known_page_is_served_with_a_notice(visitor):
    before = visitor.get(PAGE)
    _, read_at = revisions.last_read()

    answer = ask(visitor)

    said = f"ただいま更新を確認できません。{moment_text(read_at)}の内容です。"
    assert answer.status_code == 200
    assert notice(answer) == said
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer
    assert answer["Content-Length"] == str(len(answer.content))
    cut = answer.content.partition(b'<aside class="stale"')
    rest = cut[2].partition(b"</aside>\n")[2]
    assert cut[0] + rest == before.content


def test_no_browser_is_told_that_its_page_is_still_true(visitor):
    first = visitor.get(PAGE)

    answer = ask(visitor, headers={"if-none-match": first["ETag"]})

    assert answer.status_code == 200


def test_head_gets_no_body(visitor):
    visitor.get(PAGE)
    with connection.execute_wrapper(away):
        answer = visitor.head(PAGE)

    assert answer.content == b""
    assert int(answer["Content-Length"]) > 1000


def test_a_page_that_was_known_to_be_old_tells_when_it_was_made(visitor, monkeypatch):
    visitor.get(PAGE)
    made = timezone.now() - timedelta(hours=5)
    (entry,) = kept()
    entry.made_at, entry.day = made, None

    assert moment_text(made) in notice(ask(visitor))


def test_a_page_of_long_ago_is_not_served(visitor):
    visitor.get(PAGE)
    (entry,) = kept()
    entry.made_at, entry.day = timezone.now() - stale.OLDEST, None

    assert ask(visitor).status_code == 503


def test_a_page_that_is_not_known_says_that_it_cannot_be_shown_now(visitor):
    answer = ask(visitor)

    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "ただいま表示できません" in answer.content.decode()


def test_a_database_that_goes_away_while_a_page_is_made_leaves_the_last_one(
    visitor, monkeypatch
):
    first = visitor.get(PAGE)
    with publishing("plan:kita-ku"):
        pass
    revisions.current()
    monkeypatch.setattr(revisions, "current", lambda: revisions.last_read()[0])

    answer = ask(visitor)
    again = ask(visitor)

    assert answer.status_code == again.status_code == 200
    assert notice(answer)
    assert notice(again)
    assert len(answer.content) > len(first.content)


def test_a_feed_has_no_room_for_a_notice_and_is_served_as_it_was(visitor):
    before = visitor.get("/feed.atom")

    answer = ask(visitor, "/feed.atom")

    assert answer.content == before.content
    assert answer["Content-Type"] == before["Content-Type"]
    assert answer["Cache-Control"] == "no-store"


def test_static_files_and_pages_without_a_database_go_on(visitor):
    assert b"layer" in body_of(ask(visitor, "/static/css/portal.css"))
    assert b"Sitemap" in body_of(ask(visitor, "/robots.txt"))


def test_afterwards_the_page_is_true_again(visitor):
    visitor.get(PAGE)
    ask(visitor)
    revisions._failed_at = float("-inf")

    answer = visitor.get(PAGE)

    assert notice(answer) is None
    assert answer["Cache-Control"] == "no-cache"


def test_a_question_that_failed_is_not_repeated_at_once(visitor, monkeypatch):
    clock = SimpleNamespace(now=50.0)
    monkeypatch.setattr(revisions_module, "monotonic", lambda: clock.now)
    visitor.get(PAGE)
    asked = []

    def count(execute, *args):
        asked.append(args[0])
        away(execute)

    with connection.execute_wrapper(count):
        for now in (51.0, 51.1, 51.9, 52.1):
            clock.now = now
            assert notice(visitor.get(PAGE))

    assert len(asked) == 2


def test_a_fault_of_ours_is_no_outage(visitor):
    visitor.get(PAGE)

    def broken(execute, *args):
        raise ProgrammingError("no such column")

    with connection.execute_wrapper(broken):
        assert visitor.get(PAGE).status_code == 500


def kept():
    return list(store._entries.values())

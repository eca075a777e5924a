"""A login has a beginning and an end: new at login, gone at the end of it."""

from time import time

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.editing.kept_forms import from_text
from tests.staff_records import client_of
from tests.welfare_plan.people.pages import said, soup_of
from tests.welfare_plan.sign_in.logins import WORD, is_in, tried
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
NEW = "kawa-no-ishi-9"


def key_of(client):
    return client.cookies["sessionid"].value


def with_key(key):
    client = Client()
    client.cookies["sessionid"] = key
    return client


def set_back(client, **ago):
    """As if so many seconds had gone by: seen_at=… or began_at=…"""
    session = client.session
    for name, seconds in ago.items():
        session[name] = int(time()) - seconds
    session.save()


def test_a_login_gets_a_session_of_its_own(person, client):
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before

    tried(person.username, WORD, client=client)

    assert key_of(client) != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_copied_session_is_worth_nothing_after_the_logout(person):
    client = client_of(person)
    copy = with_key(key_of(client))
    assert is_in(copy)

    client.post("/staff/logout/")

    assert not is_in(copy)


def test_a_change_of_password_ends_all_other_sessions_and_renews_this_one(person):
    here, elsewhere = client_of(person), client_of(person)
    before = key_of(here)

    here.post(
        "/staff/password/",
        {"old_password": WORD, "new_password1": NEW, "new_password2": NEW},
    )

    assert is_in(here)
    assert key_of(here) != before
    assert not is_in(elsewhere)
    assert not is_in(with_key(before))


def test_half_an_hour_without_work_ends_the_login_and_says_so(person):
    client = client_of(person)
    set_back(client, seen_at=30 * 60 + 5)

    answer = client.get("/staff/")

    assert answer.url.startswith("/staff/login/")
    (sentence,) = said(client, "/staff/login/")
    assert sentence.startswith("30分のあいだ操作がなかったため、ログアウトしました。")
    assert AccessEvent.objects.latest("pk").kind == "idle"


def test_work_within_the_half_hour_begins_it_anew(person):
    client = client_of(person)
    set_back(client, seen_at=29 * 60)

    assert is_in(client)
    assert time() - client.session["seen_at"] < 60


def test_what_was_typed_is_kept_when_the_time_ran_out(administrator):
    client = client_of(administrator)
    set_back(client, seen_at=31 * 60)

    answer = client.post("/staff/people/new/", {"name": "新しい人", "login": "f9"})

    assert answer.status_code == 403
    kept = from_text(soup_of(answer).select_one("[name=kept]")["value"])
    assert kept == [("name", "新しい人"), ("login", "f9")]


def test_nobody_stays_longer_than_a_day_however_busy(person):
    client = client_of(person)
    set_back(client, began_at=24 * 60 * 60 + 5)

    assert not is_in(client)


def test_the_time_is_the_operators_to_set(person, settings):
    settings.SESSION_IDLE_SECONDS = 300
    client = client_of(person)
    set_back(client, seen_at=301)

    assert not is_in(client)


def test_a_page_is_not_written_for_within_a_minute(person):
    client = client_of(person)
    client.get("/staff/")

    with CaptureQueriesContext(connection) as captured:
        client.get("/staff/")

    assert not [q for q in captured if q["sql"].startswith(("UPDATE", "INSERT"))]


def test_a_public_page_asks_for_no_session(person):
    client = client_of(person)
    set_back(client, seen_at=31 * 60)

    with CaptureQueriesContext(connection) as captured:
        client.get("/terms/")

    assert not [query for query in captured if "django_session" in query["sql"]]

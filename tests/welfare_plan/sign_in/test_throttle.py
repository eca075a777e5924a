"""Whoever guesses passwords is stopped; whoever only shares an address is not."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import hashers
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import (
    ELSEWHERE,
    HOME,
    WORD,
    tried,
    with_password,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guarded")]


def wrong(person, times, address=HOME):
    return [tried(person.username, "wrong", address) for _ in range(times)]


def later(**time):
    """As if so much time had gone by since all attempts."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(**time))


def test_after_five_wrong_passwords_the_right_one_is_refused_in_plain_words(person):
    answers = wrong(person, 5)

    sixth = tried(person.username, WORD)

    assert [answer.status_code for answer in answers[:4]] == [200] * 4
    assert sixth.status_code == 429
    assert sixth["Retry-After"] == "900"
    text = sixth.content.decode()
    assert "いまはログインできません" in text
    assert "15分たってから" in text


def test_four_wrong_passwords_lock_nobody_and_are_forgotten_after_a_login(person):
    wrong(person, 4)
    first = tried(person.username, WORD)

    wrong(person, 4)
    second = tried(person.username, WORD)

    assert (first.status_code, second.status_code) == (302, 302)


def test_a_lock_ends_after_fifteen_minutes_however_often_it_was_tried(person):
    wrong(person, 5)
    later(minutes=14)
    early = wrong(person, 3) + [tried(person.username, WORD)]

    later(minutes=2)
    late = tried(person.username, WORD)

    assert {answer.status_code for answer in early} == {429}
    assert late.status_code == 302


def test_the_person_gets_in_from_elsewhere_and_others_from_the_same_address(person):
    colleague = with_password(a_person("閲覧"))
    wrong(person, 6)

    assert tried(person.username, WORD, ELSEWHERE).status_code == 302
    assert tried(colleague.username, WORD).status_code == 302


def test_a_browser_that_forgets_its_cookies_is_still_locked(person, settings):
    # Nothing may stand in the memory of a worker.
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }
    for agent in "abcde":
        Client(headers={"user-agent": agent}).post(
            "/staff/login/",
            {"username": person.username, "password": "x"},
            REMOTE_ADDR=HOME,
        )

    assert tried(person.username, WORD).status_code == 429


def test_who_sprays_a_hundred_people_is_slowed_and_keeps_nobody_out(person):
    answers = [tried(f"person-{number}", "Welfare2026!") for number in range(100)]
    looked_at = [answer for answer in answers if answer.status_code != 429]

    elsewhere = tried(person.username, WORD, ELSEWHERE)
    at_once = tried(person.username, WORD)
    later(seconds=6)
    after_a_while = tried(person.username, WORD)

    # Twenty, and one each five seconds that the test itself takes.
    assert 20 <= len(looked_at) < 40
    assert elsewhere.status_code == 302
    assert (at_once.status_code, after_a_while.status_code) == (429, 302)
    assert "秒待ってから" in at_once.content.decode()


def test_a_stranger_cannot_tell_from_the_answer_who_is_registered(person):
    known = tried(person.username, "wrong")
    unknown = tried("nobody-at-all", "wrong")

    name = person.username.encode()
    assert known.status_code == unknown.status_code
    assert len(known.content.replace(name, b"nobody-at-all")) == len(unknown.content)


def test_known_and_unknown_people_cost_the_same_work(person, monkeypatch):
    stopped = with_password(a_person("閲覧", is_active=False))
    without = a_person("閲覧")
    without.set_unusable_password()
    without.save()
    hashed, queries = [], []
    encode = hashers.MD5PasswordHasher.encode

    def counted(self, password, salt):
        hashed[-1] += 1
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counted)
    for name in (person.username, "nobody", stopped.username, without.username):
        hashed.append(0)
        with CaptureQueriesContext(connection) as captured:
            tried(name, "wrong")
        queries.append(len(captured))

    assert len(set(hashed)) == 1
    assert hashed[0] > 0
    assert len(set(queries)) == 1

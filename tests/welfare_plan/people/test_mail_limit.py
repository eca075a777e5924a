"""Whoever asks for links again and again sends few mails, and is told nothing by it."""

from datetime import timedelta
from functools import partial

import pytest
from django.db.models import F
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.staff_records import a_person
from welfare_plan.people.mail_limit import (
    FROM_AN_ADDRESS,
    TO_A_PERSON,
    is_one_more_allowed,
)
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
HOME, ELSEWHERE = "192.0.2.1", "198.51.100.7"


def asked(mail, address=HOME):
    """The answer to somebody who asks for a link from an address."""
    return Client().post(reverse("password-mail"), {"email": mail}, REMOTE_ADDR=address)


def later(**time):
    """As if so much time had gone by since all mails."""
    AccessEvent.objects.update(at=F("at") - timedelta(**time))


def test_a_hundred_requests_send_three_mails_and_answer_alike(mailoutbox):
    person = a_person("閲覧")

    answers = [asked(person.email, f"203.0.113.{n}") for n in range(100)]
    answers.append(asked("nobody@example.jp"))

    assert [mail.to for mail in mailoutbox] == [[person.email]] * TO_A_PERSON
    assert len({(a.status_code, a.url, a.content) for a in answers}) == 1


def test_another_person_is_not_kept_waiting_and_after_a_while_nobody_is(mailoutbox):
    person, colleague = a_person("閲覧"), a_person("閲覧")
    for _ in range(5):
        asked(person.email)
    asked(colleague.email)
    later(minutes=14)
    asked(person.email)
    before = [mail.to[0] for mail in mailoutbox]

    later(minutes=2)
    asked(person.email)

    assert before == [person.email] * 3 + [colleague.email]
    assert [mail.to[0] for mail in mailoutbox] == [*before, person.email]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(lambda number: HOME, id="IPv4"),
        pytest.param(lambda number: f"2001:db8:0:7:{number:x}::1", id="IPv6 network"),
    ],
)
def test_an_address_that_asks_for_many_people_is_stopped(mailoutbox, address):
    people = [a_person("閲覧") for _ in range(FROM_AN_ADDRESS + 2)]

    for number, person in enumerate(people):
        asked(person.email, address(number))
    by_one_address = len(mailoutbox)
    asked(people[-1].email, ELSEWHERE)
    asked(people[-1].email, "2001:db8:0:8::1")

    assert by_one_address == FROM_AN_ADDRESS
    assert len(mailoutbox) == FROM_AN_ADDRESS + 2


def test_each_mail_is_a_row_of_the_record_and_nothing_else_is():
    person, stopped = a_person("閲覧"), a_person("閲覧", is_active=False)

    for mail in [stopped.email, "nobody@example.jp", *[person.email] * 9]:
        asked(mail)

    rows = AccessEvent.objects.values_list("kind", "person", "address", "what")
    assert list(rows) == [("mail", person.pk, HOME, "")] * TO_A_PERSON


def test_requests_of_one_moment_do_not_get_round_it(at_once, made):
    person = made(lambda: a_person("閲覧"))
    request = RequestFactory().post("/", REMOTE_ADDR=HOME)

    allowed = at_once(*[partial(is_one_more_allowed, person, request)] * 8)

    assert allowed.count(True) == TO_A_PERSON

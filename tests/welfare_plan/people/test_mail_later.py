"""A mail server that hangs or fails keeps nobody waiting for an answer."""

from threading import Event

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse

from tests.staff_records import a_person
from welfare_plan.people import mail_later

# As the site has it; other tests send at once (tests/conftest.py).
from welfare_plan.people.mail_later import AT_MOST, send_later

SECONDS = 20


@pytest.fixture
def hanging():
    """Lets go of whatever hangs, and waits until all of it has ended."""
    goes_on = Event()
    yield goes_on
    goes_on.set()
    ended = Event()
    mail_later._sender.submit(ended.set)
    assert ended.wait(SECONDS)


class Hangs(BaseEmailBackend):
    """A mail server that takes no mail before it is told to."""

    goes_on, sent = None, []

    def send_messages(self, messages):
        assert Hangs.goes_on.wait(SECONDS)
        Hangs.sent += [message.to for message in messages]
        return len(messages)


@pytest.mark.django_db
def test_the_answer_does_not_wait_for_the_mail_server(
    client, settings, monkeypatch, hanging
):
    monkeypatch.setattr(mail_later, "send_later", send_later)
    monkeypatch.setattr(Hangs, "goes_on", hanging)
    monkeypatch.setattr(Hangs, "sent", [])
    settings.EMAIL_BACKEND = f"{__name__}.Hangs"
    people = [a_person("閲覧") for _ in range(3)]

    for person in people:
        client.post(reverse("password-mail"), {"email": person.email})
    answered = list(Hangs.sent)
    hanging.set()
    done = Event()
    send_later(done.set)

    assert answered == []
    assert done.wait(SECONDS)
    assert Hangs.sent == [[person.email] for person in people]


def test_a_mail_that_fails_is_logged_and_the_next_one_goes(caplog, hanging):
    done = Event()

    send_later(lambda: 1 / 0)
    send_later(done.set)

    assert done.wait(SECONDS)
    assert "A mail was not sent" in caplog.text


def test_not_more_wait_than_there_is_room_for(caplog, hanging):
    sent = []

    def one():
        assert hanging.wait(SECONDS)
        sent.append(1)

    for _ in range(AT_MOST + 5):
        send_later(one)
    hanging.set()
    done = Event()
    while not done.is_set():
        send_later(done.set)
        done.wait(0.01)

    assert len(sent) == AT_MOST
    assert caplog.text.count("one is not sent") >= 5

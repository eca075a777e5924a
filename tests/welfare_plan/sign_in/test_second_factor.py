"""Beside the password, the code of an app: who has it on is asked for it."""

import pytest
from django.test import Client

from tests.welfare_plan.people.pages import errors_in
from tests.welfare_plan.sign_in.logins import (
    CODE,
    CODE_NEW,
    LOGIN,
    after_password,
    give,
    is_in,
    shown,
    with_app,
    with_password,
)
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db


def test_without_an_app_the_password_is_enough(person):
    assert is_in(after_password(person))


def test_with_an_app_the_password_alone_opens_nothing(person):
    client = after_password(with_app(person))

    assert not is_in(client)
    assert "_auth_user_id" not in client.session
    assert not AccessEvent.objects.filter(kind="login").exists()


def test_the_code_of_the_app_lets_in_to_where_one_wanted(person):
    client = after_password(with_app(person), next="/staff/password/")

    answer = give(client, shown())

    assert answer.url == "/staff/password/"
    assert is_in(client)


def test_a_code_may_be_typed_as_on_a_japanese_keyboard(person):
    client = after_password(with_app(person))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")

    give(client, f" {shown()[:3].translate(wide)}　{shown()[3:]} ")

    assert is_in(client)


def test_a_wrong_code_is_said_and_written_down(person):
    client = after_password(with_app(person))

    answer = give(client, "000000")

    assert "確認コードが違うか" in errors_in(answer)[0]
    assert not is_in(client)
    event = AccessEvent.objects.latest("pk")
    assert (event.kind, event.person, event.what) == (
        "failed",
        person,
        "確認コードの違い",
    )


def test_a_code_that_somebody_looked_at_works_once(person):
    first, second = after_password(with_app(person)), after_password(person)
    seen = shown()

    give(first, seen)
    give(second, seen)

    assert is_in(first)
    assert not is_in(second)


@pytest.mark.parametrize("typed", [CODE, CODE_NEW])
def test_nobody_gets_to_the_second_step_without_the_first(person, typed):
    with_app(person)

    assert Client().get(typed).url == LOGIN
    assert Client().post(typed, {"code": shown()}).url == LOGIN


def test_who_is_stopped_between_the_steps_stays_out(person):
    client = after_password(with_app(person))
    type(person).objects.update(is_active=False)

    give(client, shown())

    assert not is_in(client)


def test_a_password_changed_between_the_steps_counts(person):
    client = after_password(with_app(person))
    with_password(person, "another-word-77")

    give(client, shown())

    assert not is_in(client)

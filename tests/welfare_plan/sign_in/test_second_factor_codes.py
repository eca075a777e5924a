"""Spare codes, guessed codes, and what was typed before the code."""

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.welfare_plan.people.pages import soup_of
from tests.welfare_plan.sign_in.logins import (
    WORD,
    after_password,
    give,
    is_in,
    shown,
    tried,
    with_app,
)
from welfare_plan.sign_in import second_factor
from welfare_plan.sign_in.models import RecoveryCode

pytestmark = pytest.mark.django_db


def test_what_was_typed_comes_along_through_both_steps(person):
    with_app(person)
    client = Client()
    kept = '[["note", "大切な説明"]]'

    step = tried(person.username, WORD, client=client, kept=kept, next="/staff/guide/")
    answer = give(
        client, shown(), kept=soup_of(step).select_one("[name=kept]")["value"]
    )

    form = soup_of(answer).main.form
    assert form["action"] == "/staff/guide/"
    assert form.select_one("[name=note]")["value"] == "大切な説明"


def test_what_cannot_be_read_again_is_left_alone_in_both_steps(person):
    with_app(person)
    kept = "[" * 20_000

    client = after_password(person, kept=kept)
    answer = give(client, shown(), kept=kept)

    assert answer["Location"] == "/staff/"
    assert is_in(client)


def test_a_spare_code_stands_in_for_the_telephone_once(person):
    code = second_factor.new_codes(with_app(person))[0]
    first, second = after_password(person), after_password(person)

    give(first, code.upper().replace("-", " "))
    give(second, code)

    assert is_in(first)
    assert not is_in(second)
    assert second_factor.codes_left(person) == second_factor.HOW_MANY - 1


def test_the_database_does_not_hold_the_spare_codes(person):
    codes = second_factor.new_codes(person)

    stored = str(list(RecoveryCode.objects.values()))

    assert len(set(codes)) == second_factor.HOW_MANY
    assert not [code for code in codes if code in stored]
    assert not [c for c in codes if second_factor.plain(c) in stored]


def test_guessing_codes_costs_time(person):
    client = after_password(with_app(person))
    for _ in range(3):
        give(client, "000000")

    give(client, shown())

    assert not is_in(client)
    assert TOTPDevice.objects.get().throttling_failure_count > 0

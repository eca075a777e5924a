"""Whom the city's identity provider does not let in; the provider is a stub."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.staff_records import a_person
from tests.welfare_plan.people.pages import soup_of
from tests.welfare_plan.sign_in.logins import is_in
from tests.welfare_plan.sign_in.round_trip_to_the_city import (
    BACK,
    START,
    come_back,
    sent_to,
    signed_in,
)
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        pytest.param({"email": "x@example.jp"}, "登録されていません", id="unknown"),
        pytest.param({}, "メールアドレスが届きません", id="no mail"),
        pytest.param(
            {"email": "m@example.jp", "email_verified": False},
            "メールアドレスが届きません",
            id="not verified",
        ),
        pytest.param({"email": "ka@example.jp"}, "2人以上", id="shared by two"),
        pytest.param({"email": "gone@example.jp"}, "登録されていません", id="stopped"),
    ],
)
def test_who_is_not_plainly_one_of_us_is_refused(client, provider, claims, said):
    a_person(email="m@example.jp")
    a_person(email="ka@example.jp")
    a_person(email="KA@example.jp")
    a_person(email="gone@example.jp", is_active=False)
    before = User.objects.count()
    provider.claims = claims

    answer = signed_in(client)

    assert answer.status_code == 403
    assert said in soup_of(answer).main.text
    assert not is_in(client)
    assert User.objects.count() == before
    assert AccessEvent.objects.latest("pk").kind == "failed"


@pytest.mark.parametrize(
    "token",
    [
        pytest.param({"aud": "another-site"}, id="for another site"),
        pytest.param({"iss": "http://127.0.0.1:1"}, id="of another provider"),
        pytest.param({"exp": 1_700_000_000}, id="of long ago"),
        pytest.param({"sub": "2"}, id="about somebody else"),
    ],
)
def test_a_token_that_is_not_ours_is_refused(client, person, provider, token):
    provider.claims = {"email": person.email}
    provider.token = token

    answer = signed_in(client)

    assert answer.status_code == 403
    assert not is_in(client)


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    client, person, provider
):
    provider.claims = {"email": person.email}

    answer = come_back(client, "made-up-state")

    assert answer.status_code == 403
    assert not is_in(client)
    assert provider.asked == []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"error": "x"}, id="no state"),
        pytest.param({"error": "x", "state": "made-up"}, id="made-up error"),
        pytest.param({"code": "x", "state": "made-up"}, id="made-up code"),
        pytest.param({}, id="nothing"),
    ],
)
def test_what_nobody_asked_for_leaves_no_row_in_the_record(client, provider, said):
    answers = [client.get(BACK, said) for _ in range(5)]

    assert {answer.status_code for answer in answers} == {403}
    assert "途中で切れました" in soup_of(answers[-1]).main.text
    assert not AccessEvent.objects.exists()


def test_the_state_of_another_browser_leaves_no_row(client, provider):
    (state,) = sent_to(Client())["state"]

    answer = client.get(BACK, {"error": "access_denied", "state": state})

    assert answer.status_code == 403
    assert not AccessEvent.objects.exists()


def test_a_state_is_good_for_one_row(client, provider):
    (state,) = sent_to(client)["state"]

    for _ in range(5):
        client.get(BACK, {"error": "access_denied", "state": state})

    ((kind, what),) = AccessEvent.objects.values_list("kind", "what")
    assert (kind, what) == ("failed", "市の認証とのやりとりが、途中で切れました。")


def test_who_turns_back_at_the_provider_can_log_in_otherwise(client, provider):
    (state,) = sent_to(client)["state"]

    answer = client.get(BACK, {"error": "access_denied", "state": state})

    assert answer.status_code == 403
    assert soup_of(answer).main.select_one("a")["href"] == "/staff/login/"


def test_a_provider_that_is_away_is_said(client, provider):
    provider.shutdown()
    provider.server_close()

    answer = client.post(START)

    assert answer.status_code == 502
    assert "市の認証につながりません。" in soup_of(answer).main.text
    assert not AccessEvent.objects.exists()


def test_a_provider_that_goes_away_on_the_way_is_written_down(client, provider):
    (state,) = sent_to(client)["state"]
    provider.shutdown()
    provider.server_close()

    answer = come_back(client, state)

    assert answer.status_code == 502
    assert AccessEvent.objects.get().what == "市の認証につながりません。"


def test_one_is_not_sent_on_to_another_site(client, person, provider):
    provider.claims = {"email": person.email}

    assert signed_in(client, next="https://evil.example/").url == "/staff/"

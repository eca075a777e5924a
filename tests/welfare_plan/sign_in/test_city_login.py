"""Signing in with the city's identity provider, here a stub of our own."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured

from tests.welfare_plan.people.pages import opened
from tests.welfare_plan.sign_in import stub_provider
from tests.welfare_plan.sign_in.logins import is_in, with_app
from tests.welfare_plan.sign_in.round_trip_to_the_city import (
    BACK,
    START,
    come_back,
    sent_to,
    signed_in,
)
from welfare_plan.sign_in.city_settings import city_login
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db


def test_whoever_the_provider_names_is_in_and_comes_to_where_they_wanted(
    client, person, provider
):
    provider.claims = {"email": person.email.upper(), "email_verified": True}

    answer = signed_in(client, next="/staff/password/")

    assert answer.url == "/staff/password/"
    assert is_in(client)
    event = AccessEvent.objects.latest("pk")
    assert (event.kind, event.person, event.what) == ("login", person, "柏市の認証")


def test_the_code_is_bound_to_the_browser_and_to_the_site(client, person, provider):
    provider.claims = {"email": person.email}
    asked = sent_to(client)
    come_back(client, asked["state"][0])

    (tokens,) = provider.asked
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["code_challenge"] == [
        stub_provider.challenge_of(tokens["code_verifier"])
    ]
    assert asked["redirect_uri"] == [f"http://testserver{BACK}"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}


def test_a_visitor_cannot_ask_the_provider_for_more(client, provider):
    more = "scope=admin&auth_params=prompt%3Dnone%26scope%3Dx&process=connect&action=x"

    plain = parse_qs(urlsplit(client.post(START).url).query)
    asked = parse_qs(urlsplit(client.post(f"{START}?{more}").url).query)

    assert asked.keys() == plain.keys()
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}


def test_nothing_of_the_provider_is_stored_and_nobody_is_made(client, person, provider):
    before = User.objects.count()
    provider.claims = {"email": person.email}

    signed_in(client)

    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()


def test_the_citys_login_asks_for_its_own_second_proof(client, person, provider):
    provider.claims = {"email": with_app(person).email}

    signed_in(client)

    assert is_in(client)


def test_the_button_is_there_only_where_there_is_a_provider(client, settings, provider):
    with_it = opened(client, "/staff/login/").text
    settings.CITY_LOGIN = {}
    without = opened(client, "/staff/login/").text

    assert "柏市の認証でログインする" in with_it
    assert "柏市の認証" not in without
    assert client.post(START).status_code == 404


@pytest.mark.parametrize(
    ("issuer", "client_id", "secret", "said"),
    [
        ("http://login.example.jp", "a", "b", "OIDC_ISSUER is not the https"),
        ("https://login.example.jp", "", "b", "OIDC_CLIENT_ID"),
        ("https://login.example.jp", "a", "", "OIDC_CLIENT_SECRET"),
    ],
)
def test_half_a_setting_stops_the_start_with_what_to_do(
    issuer, client_id, secret, said
):
    with pytest.raises(ImproperlyConfigured, match=said):
        city_login(issuer=issuer, client=client_id, secret=secret, name="")

"""Signing in with the city's identity provider, here a stub of our own."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured

from tests.staff_records import a_person
from tests.welfare_plan.people.pages import opened, soup_of
from tests.welfare_plan.sign_in import stub_provider
from tests.welfare_plan.sign_in.logins import is_in, with_app
from welfare_plan.sign_in.city_settings import city_login, origin_of
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
START, BACK = "/staff/city-login/", "/staff/city-login/city/back/"


@pytest.fixture
def provider(settings):
    with stub_provider.running() as provider:
        settings.CITY_LOGIN = city_login(
            issuer=provider.address,
            client=stub_provider.CLIENT,
            secret=stub_provider.SECRET,
            name="柏市の認証",
        )
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"APPS": [settings.CITY_LOGIN["app"]]}
        }
        yield provider


def sent_to(client, **fields):
    """What the browser is told to ask the provider."""
    return parse_qs(urlsplit(client.post(START, fields).url).query)


def come_back(client, state, **fields):
    return client.get(BACK, {"code": "abc", "state": state, **fields})


def signed_in(client, **fields):
    (state,) = sent_to(client, **fields)["state"]
    return come_back(client, state)


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


def test_nothing_of_the_provider_is_stored_and_nobody_is_made(client, person, provider):
    before = User.objects.count()
    provider.claims = {"email": person.email}

    signed_in(client)

    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()


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


def test_one_is_not_sent_on_to_another_site(client, person, provider):
    provider.claims = {"email": person.email}

    assert signed_in(client, next="https://evil.example/").url == "/staff/"


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


def test_a_form_may_go_on_to_the_provider_and_nowhere_else():
    assert origin_of("https://login.example.jp/city/") == "https://login.example.jp"
    assert origin_of("") == ""
    assert city_login(issuer="", client="", secret="", name="") == {}

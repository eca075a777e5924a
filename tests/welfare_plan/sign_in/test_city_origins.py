"""Where the button of the city's login may lead a browser, which obeys the policy."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from tests.headers.observatory import directives
from welfare_plan.headers import policy
from welfare_plan.sign_in.city_settings import city_login

ISSUER = "https://login.example.jp/city/"


def places(*origins, issuer=ISSUER):
    """Where the settings let a form go, beside this site."""
    login = city_login(
        issuer=issuer, client="a", secret="b", name="", origins=list(origins)
    )
    return login.get("origins", [])


def test_a_form_may_go_on_to_the_provider_and_nowhere_else():
    assert places() == ["https://login.example.jp"]
    assert places("https://elsewhere.example", issuer="") == []


def test_further_hosts_of_the_provider_are_named_as_browsers_compare_them():
    found = places("https://City.Auth.Example.JP/", "https://mfa.example.jp:8443")

    assert found == [
        "https://login.example.jp",
        "https://city.auth.example.jp",
        "https://mfa.example.jp:8443",
    ]


def test_without_a_provider_forms_stay_here():
    named = policy(is_https=True)["DIRECTIVES"]["form-action"]

    assert named == ["'self'"]


@pytest.mark.parametrize(
    "origin",
    [
        pytest.param("login.example.jp", id="no scheme"),
        pytest.param("http://login.example.jp", id="not https"),
        pytest.param("https://login.example.jp/authorize", id="path"),
        pytest.param("https://*.example.jp", id="any host"),
        pytest.param("https://a.example.jp; script-src *", id="more policy"),
        pytest.param("https://", id="no host"),
        pytest.param("https://[::1", id="open bracket"),
        pytest.param("*", id="anywhere"),
    ],
)
def test_what_is_no_origin_stops_the_start_with_what_to_do(origin):
    with pytest.raises(ImproperlyConfigured) as caught:
        places(origin)

    message = str(caught.value)
    assert message.startswith(f"OIDC_ORIGINS={origin} ")
    assert "OIDC_ORIGINS=https://login.example.jp" in message
    assert "\n" not in message


_LOGIN_PAGE = """
import django; django.setup()
from django.test import RequestFactory
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
page = CSPMiddleware(lambda request: HttpResponse())
print(page(RequestFactory().get("/"))["Content-Security-Policy"])
"""


def test_the_environment_opens_the_way_on_every_page():
    own = {
        "SECRET_KEY": "k" * 50,
        "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
        "OIDC_ISSUER": ISSUER,
        "OIDC_CLIENT_ID": "a",
        "OIDC_CLIENT_SECRET": "b",
        "OIDC_ORIGINS": "https://city.auth.example.jp, https://mfa.example.jp",
    }

    said = subprocess.run(
        [sys.executable, "-c", _LOGIN_PAGE],
        cwd=settings.BASE_DIR,
        env={**os.environ, **own},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert directives(said)["form-action"] == [
        "'self'",
        "https://login.example.jp",
        "https://city.auth.example.jp",
        "https://mfa.example.jp",
    ]

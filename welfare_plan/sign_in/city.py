"""Signing in through the city's identity provider (OpenID Connect), where one is set.

allauth speaks the protocol: state, PKCE, tokens, claims. Whom the claims mean is
decided here, by mail address, among the people registered beforehand. allauth's own
tables stay empty: nobody is ever made, and nothing of the provider is stored.
"""

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.contrib.auth import login as let_in
from django.contrib.auth.models import User
from django.http import Http404, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from welfare_plan.sign_in.city_settings import PROVIDER
from welfare_plan.sign_in.recording import Kind, record

_log = logging.getLogger(__name__)

NO_MAIL = "市の認証から、確かめられたメールアドレスが届きませんでした。"
UNKNOWN = "市の認証のメールアドレスは、このサイトに登録されていません。"
SHARED = "市の認証のメールアドレスは、このサイトで2人以上に登録されています。"
BROKEN = "市の認証とのやりとりが、途中で切れました。"
AWAY = "市の認証につながりません。"


@require_POST
@never_cache
def start(request):
    """On to the provider, which is asked what this site asks and nothing else."""
    # allauth would pass on a visitor's own scope and auth_params from the query. The
    # button sends all it has in its form.
    request.GET = QueryDict()
    return _spoken_with(request, oidc.login, if_away=_page)


@require_safe
@never_cache
def back(request, provider_id):
    """Back from the provider, with a code or with an error."""
    if provider_id != PROVIDER:
        raise Http404
    # The provider is asked nothing before the state is known to be ours.
    return _spoken_with(request, oidc.callback, if_away=_refused)


class CityLogin(DefaultSocialAccountAdapter):
    """Takes over from allauth as soon as the provider has said who is there."""

    def pre_social_login(self, request, sociallogin):
        raise ImmediateHttpResponse(_answer_to(request, sociallogin))

    def on_authentication_error(self, request, provider, extra_context=None, **kwargs):
        """Written down only with a state that this browser was given.

        All else are addresses that whoever likes can open again and again, and the
        record can never be emptied.
        """
        is_awaited = bool((extra_context or {}).get("state"))
        answer = _refused if is_awaited else _page
        raise ImmediateHttpResponse(answer(request, BROKEN))

    def is_open_for_signup(self, request, sociallogin):
        return False


def person_of(claims: dict) -> User:
    """The one active person with the mail address; raises ValueError with why not.

    A provider that says nothing about a mail address being verified is believed: it
    is the city's own directory. One that says it is not verified is believed too.
    """
    mail = str(claims.get("email") or "").strip()
    if not mail or claims.get("email_verified", True) not in (True, "true"):
        raise ValueError(NO_MAIL)
    found = User.objects.filter(email__iexact=mail, is_active=True)[:2]
    if not found:
        raise ValueError(UNKNOWN)
    if len(found) > 1:
        raise ValueError(SHARED)
    return found[0]


def _spoken_with(request, view, *, if_away):
    if not settings.CITY_LOGIN:
        raise Http404
    try:
        return view(request, PROVIDER)
    except RequestException as error:
        _log.error("The identity provider does not answer: %s", type(error).__name__)
        return if_away(request, AWAY, status=502)


def _answer_to(request, sociallogin):
    try:
        person = person_of(_claims_of(sociallogin.account.extra_data))
    except ValueError as refusal:
        return _refused(request, str(refusal))
    # The provider asks for a second proof itself, where the city wants one.
    request.signed_in_by = settings.CITY_LOGIN["name"]
    let_in(request, person)
    return redirect(_wanted(request, sociallogin.state.get("next") or ""))


def _claims_of(said):
    token, more = said.get("id_token") or {}, said.get("userinfo") or {}
    if token and more and token.get("sub") != more.get("sub"):
        # Two answers about two people (OpenID Connect Core 5.3.2).
        raise ValueError(BROKEN)
    return {**token, **more}


def _wanted(request, address):
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else resolve_url(settings.LOGIN_REDIRECT_URL)


def _refused(request, reason, status=403):
    """Also written down: for who was on their way with a state of ours."""
    record(request, Kind.FAILED, None, reason)
    return _page(request, reason, status)


def _page(request, reason, status=403):
    page = {"reason": reason}
    return render(request, "staff/sign_in/refused.html", page, status=status)

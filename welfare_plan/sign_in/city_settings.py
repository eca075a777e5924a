"""The city's identity provider as the environment names it. Without Django's apps."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from welfare_plan.environment import is_site_url

PROVIDER = "city"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def city_login(
    *, issuer: str, client: str, secret: str, name: str, origins: Iterable[str] = ()
) -> dict:
    """What allauth needs to know of the provider; empty where there is none.

    `origins` are further places that the way to the login leads through.
    """
    if not issuer:
        return {}
    place = urlsplit(issuer)
    if not place.hostname or not _is_safe(place):
        raise ImproperlyConfigured(
            "OIDC_ISSUER is not the https address of an identity provider: set for "
            "example OIDC_ISSUER=https://login.example.jp/city."
        )
    if not client or not secret:
        raise ImproperlyConfigured(
            "OIDC_ISSUER is set, but OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not: set "
            "both to what the identity provider gave out for this site."
        )
    name = name or "市の認証"
    return {
        "name": name,
        "server_url": issuer,
        "origins": [_origin_of(issuer), *map(_further, origins)],
        "app": {
            "provider_id": PROVIDER,
            "name": name,
            "client_id": client,
            "secret": secret,
            "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
        },
    }


def _origin_of(address: str) -> str:
    """Scheme and host, as a policy names them."""
    place = urlsplit(address)
    return f"{place.scheme}://{place.netloc}"


def _further(text: str) -> str:
    """One of OIDC_ORIGINS, as a policy names it."""
    origin = text.rstrip("/").lower()
    if not is_site_url(origin) or not _is_safe(urlsplit(origin)):
        raise ImproperlyConfigured(
            f"OIDC_ORIGINS={text} is not the https address of a host and nothing "
            "more: set for example OIDC_ORIGINS=https://login.example.jp, and a comma "
            "between two of them."
        )
    return origin


def _is_safe(place: SplitResult) -> bool:
    return place.scheme == "https" or place.hostname in _LOOPBACK

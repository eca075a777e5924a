"""The city's identity provider as the environment names it. Without Django's apps."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PROVIDER = "city"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def city_login(*, issuer: str, client: str, secret: str, name: str) -> dict:
    """What allauth needs to know of the provider; empty where there is none."""
    if not issuer:
        return {}
    place = urlsplit(issuer)
    is_safe = place.scheme == "https" or place.hostname in _LOOPBACK
    if not place.hostname or not is_safe:
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
        "app": {
            "provider_id": PROVIDER,
            "name": name,
            "client_id": client,
            "secret": secret,
            "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
        },
    }


def origin_of(address: str) -> str:
    """Scheme and host, as a policy names them; empty for no address."""
    place = urlsplit(address)
    return f"{place.scheme}://{place.netloc}" if place.netloc else ""

"""The site as on a public machine: https alone."""

import pytest
from django.test import Client


@pytest.fixture
def on_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True


class SecureClient(Client):
    """Asks over https, and takes an answer where a page fails."""

    def __init__(self, **options):
        super().__init__(raise_request_exception=False, **options)

    def request(self, **request):
        return super().request(**{**request, "wsgi.url_scheme": "https"})


@pytest.fixture
def visitor(on_https):
    return SecureClient()

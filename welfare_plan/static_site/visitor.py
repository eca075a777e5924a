"""Asks the site for a page as a visitor would, without a server in between."""

import io
import logging
import sys
from contextlib import contextmanager
from urllib.parse import unquote_to_bytes, urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import Resolver404, resolve

_NO_PAGE = "/404.html"


class Visitor:
    """Nobody who is logged in; its requests pass every middleware."""

    def __init__(self, site_url: str):
        self._handler = WSGIHandler()
        self._site = urlsplit(site_url)

    def get(self, address: str) -> HttpResponse:
        """The answer, whatever its status; the caller closes it."""
        return self._handler(self._environ(address), lambda *_: None)

    def page_not_found(self) -> HttpResponse:
        with _unlogged():
            return self.get(_NO_PAGE)

    def _environ(self, address):
        parts = urlsplit(address)
        site = self._site
        return {
            "REQUEST_METHOD": "GET",
            # Bytes of the path, each as one character (PEP 3333).
            "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
            "QUERY_STRING": parts.query,
            "HTTP_HOST": site.netloc,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }


def is_there(path: str) -> bool:
    """Whether the site has a page at the path at all."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@contextmanager
def _unlogged():
    """A page that is asked for because it is not there is no fault."""
    logger = logging.getLogger("django.request")
    was = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = was

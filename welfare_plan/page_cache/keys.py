"""Which requests may be answered from memory, and under which name a page is kept.

What a page cannot depend on is taken out of the request itself, not only out of the
name: else one visitor's `?x=` would stand on the page that all others get.
"""

from functools import lru_cache
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.http import HttpRequest, QueryDict

from indicators.dashboards import filters
from initiatives.action_list import choices
from plans import places
from plans.furigana import links

# The parameters that a page reads. Links on pages are built from these alone.
KNOWN = frozenset(
    {
        links.PARAMETER,
        *filters.LABELS,
        *choices.LABELS,
        *places.PARAMETERS,
        "plan",
        "target",
        "page",
    }
)
# Where nothing is stored: what staff see, what has conditions of its own, and what
# visitors type, which would push all else out.
_OTHER_ROOMS = ("/staff/", "/admin/", "/api/", "/search/")
# Pages, feeds, embedded pictures. Downloads and the lists for crawlers stay out.
_ENDINGS = ("/", ".atom", ".svg")
_LONGEST = 1000
_SAFE = {"GET", "HEAD"}

Key = tuple[str, str, bool, str]


def has_session(request: HttpRequest) -> bool:
    return "HTTP_COOKIE" in request.META and (
        settings.SESSION_COOKIE_NAME in request.COOKIES
    )


def key_of(request: HttpRequest) -> Key | None:
    """The name of the page that is asked for; None where it may not be stored.

    A request with a name has lost the parameters that no page knows.
    """
    path, query = request.path, request.META.get("QUERY_STRING", "")
    if request.method not in _SAFE or len(path) + len(query) > _LONGEST:
        return None
    # Views would read its parameters in another way than their name is made.
    if request.encoding is not None:
        return None
    if not path.endswith(_ENDINGS) or path.startswith(_OTHER_ROOMS):
        return None
    is_secure = request.is_secure()
    if settings.SECURE_SSL_REDIRECT and not is_secure:
        return None
    host = _host(request)
    if host is None:
        return None
    if query:
        query = _reduced(query)
        if query is None:
            return None
        request.META["QUERY_STRING"] = query
    # Pages name the site by SITE_URL; without one they name the host that was asked.
    return path, query, is_secure, "" if settings.SITE_URL else host


@lru_cache(maxsize=1024)
def _reduced(query: str) -> str | None:
    """The known parameters in one order, each once; None for a query that is refused.

    A part of a city's name is typed as a search is: its page is not kept.

    Of one given twice the last counts, as everywhere; one without a value is none.
    """
    try:
        # As Django reads it: the bytes of the address, handed on as latin-1.
        given = QueryDict(query.encode("latin-1"))
    except SuspiciousOperation:
        return None
    if places.is_typed(given):
        return None
    names = sorted(name for name in given if name in KNOWN and given[name])
    return urlencode({name: given[name] for name in names})


# Hosts that were looked at already; ports and the case of letters vary freely.
_hosts: dict[tuple, str | None] = {}
_MOST_HOSTS = 64


def _host(request):
    """The host that was asked, None for one that is not ours."""
    meta = request.META
    said = (
        meta.get("HTTP_X_FORWARDED_HOST"),
        meta.get("HTTP_HOST") or (meta["SERVER_NAME"], meta["SERVER_PORT"]),
    )
    if said not in _hosts:
        if len(_hosts) >= _MOST_HOSTS:
            _hosts.clear()
        _hosts[said] = _checked_host(request)
    return _hosts[said]


def _checked_host(request):
    try:
        return request.get_host().lower()
    except DisallowedHost:
        return None


def forget_hosts() -> None:
    _hosts.clear()

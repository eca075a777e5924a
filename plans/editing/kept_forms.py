"""What a form held that could not be taken, to be sent again: a login had ended.

Nothing is stored: what was typed goes to the browser and comes back from it. Chosen
files do not, since no browser sends a file that was not chosen on that very page.
"""

import json

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

FIELD = "kept"
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """The names and values of a form that was sent; none of one with a password."""
    if request.method != "POST" or any("password" in name for name in request.POST):
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != _TOKEN
    ]


def to_text(fields: list[tuple[str, str]]) -> str:
    return json.dumps(fields)


def from_text(text: str) -> list[tuple[str, str]]:
    """The fields again; none where the text is no such list."""
    try:
        return [(str(name), str(value)) for name, value in json.loads(text or "[]")]
    except (TypeError, ValueError, RecursionError):
        # The last is what thousands of brackets end in.
        return []


def is_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent the request, as the browser says itself."""
    origin = request.headers.get("Origin", "")
    own = f"{request.scheme}://{request.get_host()}"
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS


def send_again_page(request: HttpRequest, fields, address: str, status: int = 200):
    """A page with one button, which sends the fields with a fresh token.

    A screen of the staff, also where a form of the admin was sent.
    """
    request.is_staff_screen = True
    page = {"fields": fields, "address": address}
    return render(request, "staff/send_again.html", page, status=status)

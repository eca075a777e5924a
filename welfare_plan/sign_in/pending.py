"""Somebody whose password was right and whose second proof is still to come.

They are not logged in: the session knows only who they would be, for ten minutes.
"""

from dataclasses import dataclass
from time import time

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

_KEY = "pending_login"
_SECONDS = 600


@dataclass(frozen=True)
class Pending:
    person: User
    backend: str
    address: str


def begin(request: HttpRequest, person: User, address: str) -> None:
    request.session.cycle_key()
    request.session[_KEY] = {
        "person": person.pk,
        "backend": person.backend,
        "password": person.get_session_auth_hash(),
        "address": address,
        "at": int(time()),
    }


def pending_of(request: HttpRequest) -> Pending | None:
    """None where nobody is waiting, or no longer may: too late, stopped, changed."""
    kept = request.session.get(_KEY)
    if not kept or time() - kept["at"] > _SECONDS:
        return None
    person = User.objects.filter(pk=kept["person"], is_active=True).first()
    if person is None or not constant_time_compare(
        kept["password"], person.get_session_auth_hash()
    ):
        return None
    return Pending(person, kept["backend"], kept["address"])


def end(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)

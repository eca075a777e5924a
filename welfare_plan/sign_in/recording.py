"""Writes down who came, who was refused, who left. What is typed is never kept.

A login name that nobody has is not written either: people type passwords there.
"""

from django.contrib.auth.models import User
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.http import HttpRequest

from welfare_plan.sign_in.addresses import client_address
from welfare_plan.sign_in.models import AccessEvent

Kind = AccessEvent.Kind
NOBODY = "登録のないログイン名"
_LONGEST = AccessEvent._meta.get_field("what").max_length


def record(request: HttpRequest, kind: str, person: User | None, what: str = ""):
    AccessEvent.objects.create(
        kind=kind, person=person, address=client_address(request), what=what[:_LONGEST]
    )


def connect() -> None:
    user_logged_in.connect(_logged_in, dispatch_uid="access-in")
    user_logged_out.connect(_logged_out, dispatch_uid="access-out")
    user_login_failed.connect(_failed, dispatch_uid="access-failed")


def _logged_in(sender, request, user, **kwargs):
    record(request, Kind.LOGIN, user, getattr(request, "signed_in_by", ""))


def _logged_out(sender, request, user, **kwargs):
    if user is None:
        return
    is_idle = getattr(request, "is_ended_by_time", False)
    record(request, Kind.IDLE if is_idle else Kind.LOGOUT, user)


def _failed(sender, credentials, request=None, **kwargs):
    """One row for each lock: further tries could fill what nobody may empty."""
    if request is None or getattr(request, "was_locked_before", False):
        return
    name = str(credentials.get("username", ""))
    person = User.objects.filter(username=name).first()
    kind = Kind.LOCKED if getattr(request, "axes_locked_out", False) else Kind.FAILED
    record(request, kind, person, "" if person else NOBODY)

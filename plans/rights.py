"""Who may open a page of the staff: asked on the server, before anything is read."""

from functools import wraps

from django.contrib.auth.decorators import login_required, permission_required
from django.views.decorators.cache import never_cache


def needs(*permissions: str):
    """Let only people with all the permissions in; others are told so in words.

    Who is not logged in is asked to, and comes back here. Nothing is kept in a cache.
    """

    def guard(view):
        allowed = permission_required(permissions, raise_exception=True)(view)
        return wraps(view)(never_cache(login_required(allowed)))

    return guard

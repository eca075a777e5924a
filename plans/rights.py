"""Who may open a page of the staff: asked on the server, before anything is read."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import resolve_url
from django.urls import resolve
from django.views.decorators.cache import never_cache

from plans.editing.kept_forms import typed_in


def needs(*permissions: str):
    """Let only people with all the permissions in; others are told so in words.

    Who is not logged in is asked to, and comes back here, with what they had typed.
    Nothing is kept in a cache.
    """

    def guard(view):
        allowed = permission_required(permissions, raise_exception=True)(view)
        return wraps(view)(never_cache(_with_login(allowed)))

    return guard


def _with_login(view):
    redirecting = login_required(view)

    @wraps(view)
    def opened(request, *args, **kwargs):
        if not request.user.is_authenticated and typed_in(request):
            return _login_page(request)
        return redirecting(request, *args, **kwargs)

    return opened


def _login_page(request):
    """The page for logging in, here and now: a redirect would lose what was typed."""
    return resolve(resolve_url(settings.LOGIN_URL)).func(request)

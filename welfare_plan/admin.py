"""People are looked after on the staff's own screens, where nobody can be deleted.

So are their logins: what the parts for logging in would show here is kept out, and
there is one page for logging in, which asks for everything that is needed.
"""

from allauth.account import admin as account_admin  # noqa: F401 -- registers first
from allauth.account.models import EmailAddress
from allauth.socialaccount import admin as social_admin  # noqa: F401
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from axes import admin as axes_admin  # noqa: F401
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth import admin as auth_admin  # noqa: F401
from django.contrib.auth.models import Group, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django_otp.plugins.otp_totp import admin as totp_admin  # noqa: F401
from django_otp.plugins.otp_totp.models import TOTPDevice

for model in (
    User,
    Group,
    EmailAddress,
    SocialAccount,
    SocialApp,
    SocialToken,
    AccessAttempt,
    AccessFailureLog,
    AccessLog,
    TOTPDevice,
):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


def _login(request, extra_context=None):
    """To the page of the staff, which would send back whoever is logged in already."""
    if admin.site.has_permission(request):
        return redirect("admin:index")
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or reverse("admin:index"))


def _password(request, extra_context=None):
    """To the page of the staff, which writes the change down."""
    return redirect("password-change")


admin.site.login = never_cache(_login)
admin.site.password_change = _password

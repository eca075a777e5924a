"""Logging in and out, and passwords: Django's views with the pages of the site.

A password is never chosen by a 管理者: people set it themselves, through a link that
works once and for a limited time (docs/decisions).
"""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.views.decorators.cache import never_cache

from welfare_plan.people.account_forms import LinkByMailForm, LoginForm
from welfare_plan.people.errors import errors_of
from welfare_plan.people.kept_login import KeepsWhatWasTyped
from welfare_plan.sign_in.login_views import AsksForSecondFactor
from welfare_plan.sign_in.recording import Kind, record
from welfare_plan.sign_in.throttle import seconds_to_wait, slowed_page


class WithErrors:
    """Gives the page its list of errors with links to the fields."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "errors": errors_of(context["form"])}


class Login(AsksForSecondFactor, KeepsWhatWasTyped, WithErrors, auth.LoginView):
    form_class = LoginForm
    redirect_authenticated_user = True

    def dispatch(self, request, *args, **kwargs):
        if not self.is_asked_for and (seconds := seconds_to_wait(request)):
            return slowed_page(request, seconds)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        city = settings.CITY_LOGIN.get("name", "")
        return {**super().get_context_data(**kwargs), "city_login": city}


class PasswordChange(WithErrors, auth.PasswordChangeView):
    success_url = reverse_lazy("staff-home")

    def form_valid(self, form):
        messages.success(
            self.request,
            "パスワードを変えました。次のログインから新しいパスワードを使います。",
        )
        record(self.request, Kind.PASSWORD, self.request.user)
        return super().form_valid(form)


@method_decorator(never_cache, name="dispatch")
class PasswordReset(WithErrors, auth.PasswordResetView):
    form_class = LinkByMailForm
    success_url = reverse_lazy("password-mail-sent")
    subject_template_name = "registration/password_reset_subject.txt"
    email_template_name = "registration/password_reset_mail.txt"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def form_valid(self, form):
        self.extra_email_context = {"days": link_days()}
        return super().form_valid(form)


@method_decorator(never_cache, name="dispatch")
class PasswordResetSent(auth.PasswordResetDoneView):
    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "days": link_days()}


class PasswordSet(auth.PasswordResetConfirmView):
    success_url = reverse_lazy("login")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context.get("form")
        return {**context, "errors": errors_of(form) if form else []}

    def form_valid(self, form):
        messages.success(
            self.request,
            "パスワードを決めました。そのパスワードでログインしてください。",
        )
        record(self.request, Kind.PASSWORD, self.user, "リンクから決めた")
        return super().form_valid(form)


def link_days() -> int:
    """How long a link to set a password is good for."""
    return settings.PASSWORD_RESET_TIMEOUT // 86_400


def password_link(person, request) -> str:
    """An address where the person sets a password; it works once."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    path = reverse("password-set", kwargs={"uidb64": uid, "token": token})
    return request.build_absolute_uri(path)

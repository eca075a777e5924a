"""The second step of a login: the code of an app, or setting the app up."""

from django.contrib.auth import login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from plans.editing.kept_forms import FIELD, from_text, send_again_page
from welfare_plan.people.errors import errors_of
from welfare_plan.sign_in import pending, second_factor
from welfare_plan.sign_in.forms import CodeForm
from welfare_plan.sign_in.new_device import forget_key, key_of, setting_up
from welfare_plan.sign_in.recording import Kind, record


class AsksForSecondFactor:
    """For the login view: a right password is not yet enough for everybody."""

    def form_valid(self, form):
        person = form.get_user()
        is_on = second_factor.is_on(person)
        if not is_on and not second_factor.is_mandatory(person):
            return super().form_valid(form)
        pending.begin(self.request, person, self.get_success_url())
        name = "login-code" if is_on else "login-code-new"
        kept = self.request.POST.get(FIELD, "")
        if from_text(kept):
            return _step(self.request, name, person, CodeForm(), kept)
        return redirect(name)


@never_cache
@sensitive_post_parameters("code")
def code(request):
    """Asks who logs in for the code of their app."""
    waiting = pending.pending_of(request)
    if waiting is None:
        return redirect("login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if second_factor.is_right(waiting.person, form.cleaned_data["code"]):
            return _let_in(request, waiting)
        _refuse(request, form, waiting)
    return _step(request, "login-code", waiting.person, form, _kept(request))


@never_cache
@sensitive_post_parameters("code")
def new(request):
    """Has somebody who must have a second proof set it up before they come in."""
    waiting = pending.pending_of(request)
    if waiting is None or second_factor.is_on(waiting.person):
        return redirect("login-code" if waiting else "login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        codes = second_factor.switch_on(waiting.person, key_of(request), typed)
        if codes:
            record(request, Kind.FACTOR, waiting.person, "始めた")
            return _let_in(request, waiting, codes)
        _refuse(request, form, waiting)
    return _step(request, "login-code-new", waiting.person, form, _kept(request))


def _refuse(request, form, waiting):
    record(request, Kind.FAILED, waiting.person, "確認コードの違い")
    form.refuse()


def _kept(request):
    return request.POST.get(FIELD, "")


def _step(request, name, person, form, kept):
    page = {"form": form, "errors": errors_of(form), "kept": kept}
    if name == "login-code-new":
        page |= setting_up(request, person)
    page["action"] = reverse(name)
    return render(request, f"staff/sign_in/{name}.html", page)


def _let_in(request, waiting, codes=()):
    """Log in, and go on with what was wanted; new codes are shown first."""
    pending.end(request)
    forget_key(request)
    request.signed_in_by = "2段階の確認"
    login(request, waiting.person, backend=waiting.backend)
    fields = from_text(_kept(request))
    if codes:
        page = {"codes": codes, "address": waiting.address, "fields": fields}
        return render(request, "staff/sign_in/codes.html", page)
    if fields:
        return send_again_page(request, fields, waiting.address)
    return redirect(waiting.address)

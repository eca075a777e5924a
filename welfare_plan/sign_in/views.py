"""Everybody's own second proof: switch it on and off, and fetch new spare codes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from plans.rights import needs
from welfare_plan.people.errors import errors_of
from welfare_plan.sign_in import second_factor
from welfare_plan.sign_in.forms import CodeForm
from welfare_plan.sign_in.new_device import forget_key, key_of, setting_up
from welfare_plan.sign_in.recording import Kind, record


@needs()
def own(request):
    return _own_page(request, CodeForm())


@needs()
@sensitive_post_parameters("code")
def new(request):
    if second_factor.is_on(request.user):
        return redirect("second-factor")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        if codes := second_factor.switch_on(request.user, key_of(request), typed):
            forget_key(request)
            record(request, Kind.FACTOR, request.user, "始めた")
            return render(request, "staff/sign_in/codes.html", {"codes": codes})
        form.refuse()
    page = {"form": form, "errors": errors_of(form)}
    page |= setting_up(request, request.user)
    return render(request, "staff/sign_in/new.html", page)


@require_POST
@needs()
@sensitive_post_parameters("code")
def codes(request):
    form = _proved(request)
    if form.errors:
        return _own_page(request, form)
    record(request, Kind.FACTOR, request.user, "予備のコードを作り直した")
    fresh = second_factor.new_codes(request.user)
    return render(request, "staff/sign_in/codes.html", {"codes": fresh})


@require_POST
@needs()
@sensitive_post_parameters("code")
def off(request):
    form = _proved(request)
    if not form.errors and second_factor.is_mandatory(request.user):
        form.add_error(None, "あなたの役割では、2段階の確認をやめられません。")
    if form.errors:
        return _own_page(request, form)
    second_factor.switch_off(request.user)
    record(request, Kind.FACTOR, request.user, "やめた")
    messages.success(request, "2段階の確認をやめました。")
    return redirect("second-factor")


def _proved(request):
    """The form, with an error unless the code is the person's."""
    form = CodeForm(request.POST)
    if form.is_valid() and not second_factor.is_right(
        request.user, form.cleaned_data["code"]
    ):
        form.refuse()
    return form


def _own_page(request, form):
    page = {
        "form": form,
        "errors": errors_of(form) if form.is_bound else [],
        "is_on": second_factor.is_on(request.user),
        "is_mandatory": second_factor.is_mandatory(request.user),
        "left": second_factor.codes_left(request.user),
    }
    return render(request, "staff/sign_in/own.html", page)

"""A 管理者 takes a lost second proof off a person, who can then set up another."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from plans.person_names import person_name
from plans.rights import needs
from welfare_plan.people import actions
from welfare_plan.people.person_pages import head_of
from welfare_plan.people.rules import may_change
from welfare_plan.people.views import CHANGE
from welfare_plan.sign_in import second_factor
from welfare_plan.sign_in.recording import Kind, record


@needs(CHANGE)
def reset(request, pk):
    """Not one's own: that would let an open screen do without the telephone."""
    person = get_object_or_404(User, pk=pk)
    if not may_change(person, request.user):
        raise PermissionDenied
    is_own = person == request.user
    if request.method == "POST" and not is_own and second_factor.is_on(person):
        _reset(request, person)
        name = person_name(person)
        messages.success(request, f"{name}さんの2段階の確認を取り消しました。")
        return redirect("person-changes", person.pk)
    page = {
        **head_of(person),
        "is_own": is_own,
        "is_on": second_factor.is_on(person),
        "is_mandatory": second_factor.is_mandatory(person),
    }
    return render(request, "staff/sign_in/reset.html", page)


@transaction.atomic
def _reset(request, person):
    second_factor.switch_off(person)
    actions.log(person, request.user, "2段階の確認を取り消しました。")
    what = f"{person.username}の分を取り消した"
    record(request, Kind.FACTOR, request.user, what)

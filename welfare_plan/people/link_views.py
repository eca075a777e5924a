"""A link with which somebody sets their password, where mail cannot bring it."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from plans.rights import needs
from welfare_plan.people import actions
from welfare_plan.people.accounts import link_days, password_link
from welfare_plan.people.person_pages import head_of
from welfare_plan.people.rules import may_change
from welfare_plan.people.views import CHANGE

_KEPT = "password_link"


@needs(CHANGE)
def person_link(request, pk):
    """Asks before the old password ends; then shows the new link, once."""
    person = get_object_or_404(User, pk=pk)
    if not may_change(person, request.user):
        raise PermissionDenied
    is_possible = person.is_active and person != request.user
    if request.method == "POST" and is_possible:
        actions.end_password(person, by=request.user)
        request.session[_KEPT] = [person.pk, password_link(person, request)]
        return redirect("person-link", person.pk)
    kept_for, link = request.session.pop(_KEPT, [None, ""])
    page = {
        **head_of(person),
        "link": link if kept_for == person.pk else "",
        "is_possible": is_possible,
        "is_own": person == request.user,
        "days": link_days(),
    }
    return render(request, "staff/people/link.html", page)

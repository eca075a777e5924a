"""What a member of staff can do here, and where to begin."""

from django.shortcuts import render

from plans.person_names import person_name
from plans.rights import needs
from welfare_plan.staff_nav import works_of


@needs()
def home(request):
    name = person_name(request.user)
    page = {"greeting": f"{name}さんの仕事です。", "works": works_of(request.user)}
    return render(request, "staff/home.html", page)

"""What a member of staff can do here, and where to begin."""

from django.shortcuts import render
from django.utils import timezone

from plans.person_names import person_name
from plans.rights import needs
from welfare_plan.staff_counts import count_text
from welfare_plan.staff_nav import works_of


@needs()
def home(request):
    name = person_name(request.user)
    today = timezone.localdate()
    works = [
        {**work, "count": count_text(work["url_name"], request.user, today)}
        for work in works_of(request.user)
    ]
    page = {"greeting": f"{name}さんの仕事です。", "works": works}
    return render(request, "staff/home.html", page)

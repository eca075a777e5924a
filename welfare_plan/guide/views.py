from django.http import Http404
from django.shortcuts import render

from plans.rights import needs
from welfare_plan.guide.pages import guide_index, role_page
from welfare_plan.guide.steps import GUIDES


@needs()
def guide(request):
    return render(request, "staff/guide/index.html", guide_index(request.user))


@needs()
def guide_role(request, role):
    if role not in GUIDES:
        raise Http404
    return render(request, "staff/guide/role.html", role_page(role, request.user))

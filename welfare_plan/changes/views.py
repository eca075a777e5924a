from django.shortcuts import render

from indicators.rights import SEE
from plans.rights import needs
from welfare_plan.changes.staff_page import staff_page


@needs(SEE)
def staff_changes(request):
    page = staff_page(request.GET, sees_admin=request.user.is_staff)
    return render(request, "staff/changes/list.html", page)

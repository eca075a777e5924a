"""The screen on which a 管理者 reads who came in and what was taken out."""

from django.shortcuts import render

from plans.rights import needs
from welfare_plan.sign_in.log_page import log_page


@needs("sign_in.view_accessevent")
def access_log(request):
    return render(request, "staff/sign_in/log.html", log_page(request.GET))

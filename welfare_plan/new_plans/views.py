from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from plans.models import PlanImport
from plans.rights import needs
from plans.tables import FileError
from welfare_plan.new_plans.building import Refused
from welfare_plan.new_plans.importing import confirm, receive
from welfare_plan.new_plans.pages import import_page
from welfare_plan.new_plans.template import FILE_NAME, template

adds_plans = needs("plans.add_plan")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_BYTES = 20 * 1024 * 1024


@adds_plans
@require_GET
def plan_template(request):
    response = HttpResponse(template(), content_type=_XLSX)
    disposition = content_disposition_header(True, FILE_NAME)
    response.headers["Content-Disposition"] = disposition
    return response


@adds_plans
def plan_upload(request):
    errors = []
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            if file is None:
                raise FileError("ファイルを選んでください。")
            # One byte more than allowed is enough to be refused.
            content = file.read(_MOST_BYTES + 1)
            found = receive(file.name, content, by=request.user)
        except FileError as error:
            errors = [{"text": str(error), "href": "#file"}]
        else:
            return redirect("plan-import", found.pk)
    return render(request, "staff/plans/upload.html", {"mistakes": errors})


@adds_plans
def plan_import(request, pk):
    """What the plan will be; 確定 makes it, once."""
    found = get_object_or_404(PlanImport.objects.select_related("plan"), pk=pk)
    refused, status = [], 200
    if request.method == "POST" and not found.content["errors"]:
        try:
            plan, is_new = confirm(pk, by=request.user)
        except Refused as error:
            refused, status = error.errors, 409
        else:
            _say(request, plan, is_new)
            return redirect("plan-import", pk)
    page = {**import_page(found), "refused": refused}
    return render(request, "staff/plans/import.html", page, status=status)


def _say(request, plan, is_new):
    if is_new:
        said = f"「{plan}」を下書きとして作りました。まだ公開していません。"
        messages.success(request, said)
    else:
        messages.info(request, "この取り込みは、すでに確定しています。")

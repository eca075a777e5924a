"""People by file: a template, the list, and an upload that asks before it stores."""

import base64

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from plans.rights import needs
from plans.tables import Column, FileError, write_csv
from welfare_plan.people.file_page import columns_page, preview_page
from welfare_plan.people.file_plan import CHANGED, NEW, digest_of, planned
from welfare_plan.people.file_rows import (
    HEADER,
    MOST_BYTES,
    file_row,
    typed_rows,
)
from welfare_plan.people.file_storing import NotAsLookedAt, store
from welfare_plan.people.profiles import profile_of, with_profiles
from welfare_plan.people.views import ADD, CHANGE, VIEW, departments_today

# The uploaded file between the preview and 確定, in the session alone.
_KEPT = "people_file"


@needs(ADD, CHANGE)
def upload(request):
    errors = []
    if request.method == "POST":
        try:
            content = _content(request.FILES.get("file"))
            typed_rows(content)
        except FileError as error:
            errors = [{"text": str(error), "href": "#file"}]
        else:
            request.session[_KEPT] = base64.b64encode(content).decode()
            return redirect("people-upload-check")
    return render(request, "staff/people/upload.html", columns_page(errors))


@needs(ADD, CHANGE)
def check(request):
    if _KEPT not in request.session:
        messages.warning(request, "先にファイルを選んでください。")
        return redirect("people-upload")
    rows = typed_rows(base64.b64decode(request.session[_KEPT]))
    refusal = ""
    if request.method == "POST":
        try:
            counts = store(
                rows, by=request.user, looked_at=request.POST.get("looked_at", "")
            )
        except NotAsLookedAt:
            refusal = (
                "開いているあいだに登録が変わったため、保存しませんでした。"
                "下の内容をもう一度確かめてください。"
            )
        except ValidationError as error:
            refusal = " ".join(error.messages)
        else:
            del request.session[_KEPT]
            messages.success(
                request,
                f"ファイルの内容を保存しました（新規{counts[NEW]}人、変更{counts[CHANGED]}人）。",
            )
            return redirect("people")
    plan = planned(rows, by=request.user, departments=departments_today())
    page = {**preview_page(plan, refusal), "looked_at": digest_of(plan)}
    return render(request, "staff/people/check.html", page)


@needs(VIEW)
@require_GET
def template(request):
    return _file("職員のひな形.csv", [])


@needs(VIEW)
@require_GET
def download(request):
    """All people but those with all rights, whom no file can change."""
    departments = departments_today()
    people = with_profiles(User.objects.filter(is_superuser=False))
    rows = [
        file_row(person.username, profile_of(person), departments)
        for person in people.order_by("username")
    ]
    return _file("職員.csv", rows)


def _content(file):
    if file is None:
        raise FileError("ファイルを選んでください。")
    # One byte more than allowed is enough to be refused.
    return file.read(MOST_BYTES + 1)


def _file(name, rows):
    content = write_csv([Column(heading) for heading in HEADER], rows)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response

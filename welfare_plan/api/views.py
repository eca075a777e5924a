"""The addresses of the API: records as JSON, the description, and its pages."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from plans.rendering import render_page
from welfare_plan.api import answers, pages
from welfare_plan.api.json_text import json_text
from welfare_plan.api.openapi.document import document
from welfare_plan.api.operations import OPERATIONS_BY_NAME, Operation
from welfare_plan.api.problems import UNKNOWN_ADDRESS, Problem
from welfare_plan.open_data.columns import absolute


def _said_as_json(view):
    """Problems are answered as such; a token of a form is never looked for."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request, *args, **values):
        try:
            return view(request, *args, **values)
        except Problem as problem:
            return answers.without_body(request, problem.response())

    return wrapped


def operation_view(operation: Operation):
    @_said_as_json
    def view(request, **path_values):
        return answers.answer(request, operation, path_values)

    return view


@_said_as_json
def openapi(request):
    if request.method == "OPTIONS":
        return answers.preflight()
    answers.refuse_writing(request)
    response = HttpResponse(
        json_text(document()),
        content_type="application/json",
        headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"},
    )
    return answers.without_body(request, response)


@_said_as_json
def unknown(request, rest):
    detail = (
        f"「{request.path}」というアドレスはありません。"
        f"アドレスの一覧は、{absolute(reverse('api'))} にあります。"
    )
    raise Problem(UNKNOWN_ADDRESS, detail)


def start(request):
    return redirect("api")


def guide(request):
    return render_page(request, "api/guide.html", pages.guide_page())


def operation_page(request, name):
    if name not in OPERATIONS_BY_NAME:
        raise Http404
    page = pages.operation_page(OPERATIONS_BY_NAME[name])
    return render_page(request, "api/operation.html", page)

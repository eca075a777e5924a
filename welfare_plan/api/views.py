"""The addresses of the API: records as JSON, the description, and its pages."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from indicators.views_embed import site_address
from plans.rendering import render_page
from welfare_plan.api import answers, pages
from welfare_plan.api.openapi.document import written_document
from welfare_plan.api.operations import OPERATIONS_BY_NAME, Operation
from welfare_plan.api.problems import UNKNOWN_ADDRESS, Problem
from welfare_plan.api.sharing import SHARED, preflight
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
        return preflight()
    answers.refuse_writing(request)
    text, etag = written_document()
    response = get_conditional_response(request, etag=etag) or answers.without_body(
        request, HttpResponse(text, content_type="application/json")
    )
    own = {"ETag": etag, "Cache-Control": "public, no-cache"}
    return answers.with_headers(response, {**SHARED, **own})


@_said_as_json
def unknown(request, rest):
    slash = "最後の「/」を取ってください。" if rest.endswith("/") else ""
    detail = (
        f"「{request.path}」というアドレスはありません。{slash}"
        f"アドレスの一覧は、{absolute(reverse('api'))} にあります。"
    )
    raise Problem(UNKNOWN_ADDRESS, detail)


def start(request):
    return redirect("api")


def guide(request):
    page = pages.guide_page(site_address(request))
    return render_page(request, "api/guide.html", page)


def operation_page(request, name):
    if name not in OPERATIONS_BY_NAME:
        raise Http404
    page = pages.operation_page(OPERATIONS_BY_NAME[name])
    return render_page(request, "api/operation.html", page)

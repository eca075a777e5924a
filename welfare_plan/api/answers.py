"""The answer to one request: read it, see whether anything changed, then render."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from welfare_plan.api.editions import State, state_of
from welfare_plan.api.json_text import json_text
from welfare_plan.api.operations import Asked, Operation
from welfare_plan.api.parameters import read_all
from welfare_plan.api.problems import NOT_FOUND, WRONG_METHOD, Problem
from welfare_plan.api.sharing import METHODS, SHARED, preflight
from welfare_plan.open_data.columns import absolute


def answer(
    request: HttpRequest, operation: Operation, path_values: Mapping[str, str]
) -> HttpResponse:
    """What the operation answers; raises Problem where it is asked amiss."""
    if request.method == "OPTIONS":
        return preflight()
    refuse_writing(request)
    values = read_all(operation.parameters, dict(request.GET.lists()))
    asked = Asked(
        path=request.path,
        given=request.GET.dict(),
        values=values,
        path_values=path_values,
        today=timezone.localdate(),
    )
    state = _state(operation, asked)
    headers = _headers(state, request.get_full_path())
    unchanged = get_conditional_response(
        request, etag=headers["ETag"], last_modified=_last_modified(state)
    )
    if unchanged:
        return with_headers(unchanged, headers)
    body = json_text(operation.answer(asked)).encode()
    response = HttpResponse(body, content_type="application/json")
    return with_headers(without_body(request, response), headers)


def _state(operation, asked) -> State:
    plan = asked.path_values.get("plan_id") or asked.values.get("plan_id")
    record = operation.record and operation.record(asked.path_values)
    state = state_of(plan, record)
    if not state.is_there:
        name = "/".join(asked.path_values.values())
        detail = (
            f"公開している{operation.kind}に「{name}」はありません。{_where(operation)}"
        )
        raise Problem(NOT_FOUND, detail)
    return state


def _where(operation):
    names = operation.path.partition("/")[0]
    return f"IDの一覧は、{absolute(reverse(f'api-{names}'))} で読めます。"


def _last_modified(state: State) -> int | None:
    """When anything was published last, or the fiscal year began, if that was later.

    What is not reported, and what is said of a year that is over, change on that day.
    """
    published = state.edition.last_modified
    if published is None:
        return None
    begun = date(state.edition.scope.last_year + 1, 4, 1)
    midnight = datetime.combine(begun, time(), timezone.get_default_timezone())
    return max(published, int(midnight.timestamp()))


def _headers(state, address):
    headers = {
        "ETag": state.edition.etag(address),
        # To be asked for each time, which costs next to nothing where nothing changed.
        "Cache-Control": "public, no-cache",
        **SHARED,
    }
    if (moment := _last_modified(state)) is not None:
        headers["Last-Modified"] = http_date(moment)
    return headers


def with_headers(response: HttpResponse, headers: Mapping) -> HttpResponse:
    for name, value in headers.items():
        response.headers[name] = value
    return response


def without_body(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """To HEAD the same headers with nothing below them."""
    # Long answers are compressed on their way, and an empty one is not long.
    patch_vary_headers(response, ["Accept-Encoding"])
    response.headers["Content-Length"] = len(response.content)
    if request.method == "HEAD":
        response.content = b""
    return response


def refuse_writing(request: HttpRequest) -> None:
    if request.method not in ("GET", "HEAD"):
        detail = (
            f"メソッド「{request.method}」は使えません。"
            "読むだけのAPIです。GETかHEADを使ってください。"
        )
        raise Problem(WRONG_METHOD, detail, headers={"Allow": METHODS})

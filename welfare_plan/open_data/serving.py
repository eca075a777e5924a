"""A file as the answer to a request."""

import re
from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from plans.presenters import plan_name
from welfare_plan.open_data import storage
from welfare_plan.open_data.downloads import Download
from welfare_plan.open_data.editions import Edition, edition_of
from welfare_plan.open_data.scopes import Scope
from welfare_plan.unavailable import unavailable

# What a file name may not hold on one system or another.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


def file_response(
    request: HttpRequest, scope: Scope, download: Download
) -> HttpResponse:
    """The file, or that it has not changed, or why it cannot be had now."""
    edition = edition_of(scope)
    unchanged = get_conditional_response(
        request,
        etag=edition.etag(download.name),
        last_modified=edition.last_modified,
    )
    if unchanged:
        return _with_headers(unchanged, edition, download)
    if request.method == "HEAD":
        return _head(edition, download)
    try:
        edition, file = storage.open_file(edition, download)
    except OSError as error:
        return unavailable(request, error)
    response = FileResponse(file, content_type=download.content_type)
    response.headers["Content-Disposition"] = _disposition(scope, download)
    return _with_headers(response, edition, download)


def _head(edition, download):
    """What a GET would say, without writing a file for it."""
    response = StreamingHttpResponse((), content_type=download.content_type)
    response.headers["Content-Disposition"] = _disposition(edition.scope, download)
    if (size := storage.size_of(edition, download)) is not None:
        response.headers["Content-Length"] = size
    return _with_headers(response, edition, download)


def _with_headers(response, edition: Edition, download: Download):
    response.headers["ETag"] = edition.etag(download.name)
    if edition.last_modified:
        response.headers["Last-Modified"] = http_date(edition.last_modified)
    # To be asked for each time, which costs next to nothing where nothing changed.
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, ETag"
    return response


def _disposition(scope: Scope, download: Download) -> str:
    """The name under which it is saved, in ASCII and in Japanese."""
    plan = plan_name(scope.plan) if scope.plan else "すべての計画"
    ending = download.name.rpartition(".")[2]
    japanese = _FORBIDDEN.sub("_", f"{plan}_{download.label}.{ending}")
    return (
        f'attachment; filename="{scope.name}-{download.name}"; '
        f"filename*=UTF-8''{quote(japanese, safe='')}"
    )

"""Texts leave compressed; files that are packed already leave as they are."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from welfare_plan.compression import TextGZipMiddleware

LONG = "福祉" * 500


def sent(response):
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    return TextGZipMiddleware(lambda request: response)(request)


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=utf-8",
        "text/csv",
        "application/json",
        "application/atom+xml",
        "image/svg+xml",
    ],
)
def test_texts_are_compressed(kind):
    response = sent(HttpResponse(LONG, content_type=kind))

    assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/pdf",
        "application/octet-stream",
        "image/png",
    ],
)
def test_packed_files_keep_their_length(kind):
    response = StreamingHttpResponse([LONG.encode()], content_type=kind)
    response.headers["Content-Length"] = "3000"

    answer = sent(response)

    assert answer.headers["Content-Length"] == "3000"
    assert "Content-Encoding" not in answer.headers

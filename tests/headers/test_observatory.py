"""The grader itself: it must be able to fail."""

import pytest
from django.http import HttpResponse

from tests.headers.inline import inline_in
from tests.headers.observatory import grade

GOOD = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def scored(cookie=None, **changes):
    response = HttpResponse(headers={**GOOD, **changes.pop("headers", {})})
    for name in changes.pop("without", ()):
        del response.headers[name]
    if cookie is not None:
        response.set_cookie("sessionid", "x", **cookie)
    return grade(response)[0]


def test_all_that_can_be_had_is_120():
    assert scored() == 120
    kept = {"secure": True, "httponly": True, "samesite": "Lax"}
    assert scored(cookie=kept) == 125


@pytest.mark.parametrize(
    ("case", "score"),
    [
        ({"without": ["Content-Security-Policy"]}, 55),
        ({"without": ["Strict-Transport-Security"]}, 80),
        ({"without": ["X-Content-Type-Options"]}, 115),
        ({"without": ["Referrer-Policy"]}, 115),
        ({"cookie": {"httponly": True}}, 60),
        ({"cookie": {"secure": True}}, 70),
        ({"headers": {"Content-Security-Policy": "script-src 'unsafe-inline'"}}, 60),
    ],
    ids=str,
)
def test_what_is_missing_costs(case, score):
    assert scored(**case) == score


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color:red'>",
        "<button onclick='x()'>",
        "<script>x()</script>",
        "<style>p{color:red}</style>",
        "<a href='JavaScript:x()'>",
    ],
)
def test_what_stands_inside_of_a_page_is_seen(html):
    assert inline_in(HttpResponse(html), html.encode())
    assert not inline_in(HttpResponse("<p class=x>"), b"<p class=x>")

"""What holds for every answer that is no embedded card and no open data."""

from tests.crawler import body_of
from tests.headers.inline import inline_in
from tests.headers.observatory import grade

BAR = 115


def assert_is_an_a_plus(response):
    body = body_of(response)
    score, found = grade(response)
    assert score >= BAR, found
    assert inline_in(response, body) == []
    assert "Permissions-Policy" in response.headers
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"

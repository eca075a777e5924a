"""Scripts in pages of other sites read the API with the libraries that they have."""

import pytest
from django.db import OperationalError
from django.test import Client

from tests.welfare_plan.api.answers import API, get
from welfare_plan.api import plans

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["targets", "targets/mihon/t", "openapi.json"])
def test_a_browser_that_asks_first_is_allowed_to_read(address):
    said = Client().options(
        f"{API}{address}",
        headers={
            "origin": "https://example.jp",
            "access-control-request-method": "GET",
            "access-control-request-headers": "content-type,if-none-match",
        },
    )

    assert (said.status_code, said.content) == (204, b"")
    assert said["Access-Control-Allow-Origin"] == "*"
    assert said["Access-Control-Allow-Methods"] == said["Allow"] == "GET, HEAD, OPTIONS"
    # Common libraries send a content type even where they send no content.
    assert said["Access-Control-Allow-Headers"] == "*"
    assert "Access-Control-Allow-Credentials" not in said


def test_a_script_sees_the_tag_and_how_long_to_wait(monkeypatch):
    tagged = get("targets")
    monkeypatch.setattr(plans, "_rows", lambda asked: _fail())
    away = get("plans/kashiwa-juso", Client(raise_request_exception=False))

    for said, name in ((tagged, "ETag"), (away, "Retry-After")):
        assert name in said
        assert name in said["Access-Control-Expose-Headers"]


def _fail():
    raise OperationalError("away")


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "*/*;q=0", "x"])
def test_an_answer_is_json_whatever_is_accepted(accept):
    said = get("plans?limit=1", headers={"accept": accept})

    assert said.status_code == 200
    assert said["Content-Type"] == "application/json"


@pytest.mark.parametrize("address", ["", "docs/target/"])
def test_a_fault_in_a_page_about_the_api_is_said_to_people(monkeypatch, address):
    monkeypatch.setattr("welfare_plan.api.views.pages", None)

    said = get(address, Client(raise_request_exception=False))

    assert said.status_code == 500
    assert said["Content-Type"].startswith("text/html")
    assert "<h1>" in said.content.decode()

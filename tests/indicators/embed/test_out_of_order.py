"""A fault of the site in the page of another site: a small card, not a broken frame."""

import pytest
from django.db import OperationalError
from django.test import Client

from indicators import views_embed

pytestmark = pytest.mark.django_db
PLACE = "/embed/targets/kashiwa-chiiki-fukushi/1-1"


def asked(monkeypatch, error, end):
    def fail(*_):
        raise error

    monkeypatch.setattr(views_embed, "_target_card", fail)
    return Client(raise_request_exception=False).get(f"{PLACE}{end}")


@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError("away"), 503), (ValueError("bug"), 500)],
    ids=["away", "bug"],
)
@pytest.mark.parametrize(
    ("end", "kind"), [("/", "text/html"), (".svg", "image/svg+xml")]
)
def test_a_fault_is_said_in_the_frame_itself(monkeypatch, error, status, end, kind):
    said = asked(monkeypatch, error, end)

    assert said.status_code == status
    assert said["Content-Type"].startswith(kind)
    assert "いまは表示できません" in said.content.decode()
    assert "X-Frame-Options" not in said
    assert "frame-ancestors *" in said["Content-Security-Policy"]
    assert len(said.content) < 3_000


def test_whoever_asks_again_is_told_when(monkeypatch):
    said = asked(monkeypatch, OperationalError("away"), "/")

    assert said["Retry-After"] == "5"
    assert said["Cache-Control"] == "no-store"


def test_no_other_page_may_be_framed_when_it_fails(monkeypatch):
    monkeypatch.setattr("welfare_plan.views.home_page", None)

    said = Client(raise_request_exception=False).get("/")

    assert said.status_code == 500
    assert said["X-Frame-Options"] == "DENY"

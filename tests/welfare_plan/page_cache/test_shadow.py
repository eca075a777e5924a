"""A page that was kept though it had changed is found out."""

import pytest
from django.middleware.clickjacking import XFrameOptionsMiddleware

from plans.models import Plan
from tests.kept_pages import in_a_request
from tests.welfare_plan.page_cache.conftest import PAGE
from welfare_plan.page_cache import shadow

pytestmark = pytest.mark.django_db

own_report = shadow.report


@pytest.fixture
def reported(monkeypatch):
    found = []
    monkeypatch.setattr(shadow, "report", found.append)
    return found


@pytest.fixture
def forgotten(monkeypatch):
    """Renames a plan as code would that forgets to publish, inside of a request."""

    def rename(**values):
        with in_a_request():
            Plan.objects.filter(slug="kita-ku").update(**values)

    return rename


def test_an_edit_that_raised_no_revision_is_reported(client, reported, forgotten):
    client.get(PAGE)

    forgotten(title="だまって改めた名称")
    page = client.get(PAGE).content.decode()

    (difference,) = reported
    assert difference.address == PAGE
    assert "だまって改めた名称" in str(difference)
    assert "だまって改めた名称" in page


def test_a_page_that_is_gone_is_reported(client, reported, forgotten):
    client.get(PAGE)

    forgotten(state="draft")

    assert client.get(PAGE).status_code == 404
    assert len(reported) == 1


def test_a_header_that_changed_is_reported(client, reported, settings, monkeypatch):
    client.get(PAGE)
    monkeypatch.setattr(
        XFrameOptionsMiddleware, "get_xframe_options_value", lambda *args: "SAMEORIGIN"
    )
    client.get(PAGE)

    assert "X-Frame-Options: SAMEORIGIN" in str(reported[0])


def test_what_is_true_is_not(client, reported):
    for _ in range(3):
        client.get(PAGE)

    assert reported == []


def test_it_is_written_to_the_log(caplog):
    own_report(shadow.Difference("/page/", b"<p>old</p>", b"<p>new</p>"))

    assert "/page/ was kept as 「<p>old</p>」, is 「<p>new</p>」" in caplog.text

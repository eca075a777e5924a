"""S2 for what is not made anew: static files, kept pages, pages of before."""

import pytest
from csp.constants import NONE
from django.contrib.staticfiles import finders

from tests.headers.a_plus import assert_is_an_a_plus
from welfare_plan.page_cache import middleware
from welfare_plan.page_cache.revisions import Away
from welfare_plan.page_cache.store import store

pytestmark = pytest.mark.django_db
PAGE = "/plans/kita-ku/"


@pytest.mark.parametrize("name", ["css/portal.css", "img/icon.svg", "admin/js/core.js"])
def test_static_files(visitor, settings, tmp_path, name):
    settings.STATIC_ROOT = tmp_path
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    with open(finders.find(name), "rb") as original:
        file.write_bytes(original.read())

    response = visitor.get(f"/static/{name}")

    assert response.status_code == 200
    assert_is_an_a_plus(response)


def test_a_page_that_is_kept_and_one_that_is_unchanged(visitor, settings):
    settings.PAGE_CACHE_VERIFY = False
    fresh = visitor.get(PAGE)
    kept = visitor.get(PAGE)

    unchanged = visitor.get(PAGE, headers={"if-none-match": kept["ETag"]})

    assert_is_an_a_plus(fresh)
    assert_is_an_a_plus(kept)
    assert unchanged.status_code == 304


def test_a_browser_hears_of_another_policy_for_the_same_page(visitor, settings):
    """An update of the site changed the header and not a letter of the page."""
    settings.PAGE_CACHE_VERIFY = False
    before = visitor.get(PAGE)
    stricter = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "img-src": [NONE]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": stricter}
    store.clear()

    after = visitor.get(PAGE, headers={"if-none-match": before["ETag"]})

    assert after.content == before.content
    assert after.status_code == 200
    assert "img-src 'none'" in after["Content-Security-Policy"]
    assert_is_an_a_plus(after)


def test_a_page_of_before_while_the_database_is_away(visitor, settings, monkeypatch):
    settings.PAGE_CACHE_VERIFY = False
    visitor.get(PAGE)

    def away(*args, **kwargs):
        raise Away

    monkeypatch.setattr(middleware.revisions, "current", away)
    response = visitor.get(PAGE)

    assert response["Cache-Control"] == "no-store"
    assert "更新を確認できません" in response.content.decode()
    assert_is_an_a_plus(response)

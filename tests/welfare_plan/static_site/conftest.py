import pytest
from django.db import transaction
from django.test import override_settings

from tests.welfare_plan.static_site.pages import PagesVisitor
from tests.welfare_plan.static_site.world import SITE_URL, a_small_site
from welfare_plan.static_site import building


@pytest.fixture(autouse=True)
def site_url(settings):
    """As the site itself sets it where its address is given."""
    settings.SITE_URL = SITE_URL
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "plans.example.jp"]


@pytest.fixture(scope="module")
def small_world(django_db_setup, django_db_blocker):
    """The records of a small site, while its address is known."""
    with (
        django_db_blocker.unblock(),
        override_settings(
            SITE_URL=SITE_URL, ALLOWED_HOSTS=["localhost", "plans.example.jp"]
        ),
        transaction.atomic(),
    ):
        yield a_small_site()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def small_site(small_world, django_db_blocker, tmp_path_factory):
    """The folder of the small site, which is exported once; without furigana."""
    folder = tmp_path_factory.mktemp("small") / "site"
    with django_db_blocker.unblock():
        building.build_static(folder, furigana=False)
    return folder


@pytest.fixture
def pages(monkeypatch):
    """The pages of a made-up site by their addresses; a test adds to them."""
    found = {"/": '<a href="/a/">a</a>', "/a/": '<a href="/">top</a>'}
    monkeypatch.setattr(building, "Visitor", lambda site_url: PagesVisitor(found))
    monkeypatch.setattr(building, "is_there", found.__contains__)
    return found

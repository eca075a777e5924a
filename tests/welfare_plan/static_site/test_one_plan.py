"""One plan alone as files, such as a term that has ended."""

import pytest

from plans.models import Plan
from tests.welfare_plan.static_site.read_page import ReadPage
from tests.welfare_plan.static_site.twins import file_named
from tests.welfare_plan.static_site.world import SITE_URL
from welfare_plan.static_site.building import build_static
from welfare_plan.static_site.errors import StaticSiteError

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def plan(small_world):
    return small_world.plans[""]["plan"]


@pytest.fixture(scope="module")
def of_plan(plan, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan") / "site"
    with django_db_blocker.unblock():
        build_static(folder, plan=plan.slug)
    return folder


def pages_in(folder):
    """Every page but that of what is not there, whose links begin at the top."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return {
        name: ReadPage((folder / name).read_bytes())
        for name in names
        if name != "404.html"
    }


def test_its_pages_are_those_of_the_whole_site_but_for_their_links(of_plan, small_site):
    own, whole = pages_in(of_plan), pages_in(small_site)

    front = own.pop("index.html")
    assert own.keys() < whole.keys()
    assert [name for name in own if own[name].events != whole[name].events] == []
    assert len(own) > 40
    assert front.links


def test_all_pages_and_files_of_the_plan_are_there_and_none_of_others(
    of_plan, small_site, plan
):
    def below(folder, *rooms):
        files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
        return {file for file in files if file.startswith(rooms)}

    rooms = (f"plans/{plan.slug}/", f"data/plans/{plan.slug}/", "embed/", "static/")
    shared = ("index.html", "404.html", "sha256sums.txt")
    explained = ("how-we-judge/", "glossary/", "data/dictionary/", "terms/")

    assert below(of_plan, *rooms) == below(small_site, *rooms)
    assert below(of_plan, "") == below(of_plan, *rooms, *shared, *explained)
    assert below(of_plan, *explained) == below(small_site, *explained)


def test_its_links_lead_to_its_files_and_all_others_to_the_served_site(of_plan):
    files = {path.relative_to(of_plan).as_posix() for path in of_plan.rglob("*.*")}
    links = [
        (name, link)
        for name, page in pages_in(of_plan).items()
        for link in page.links
        if link and not link.startswith(("mailto:", "tel:"))
    ]

    inside = [(name, link) for name, link in links if "//" not in link]
    dead = [pair for pair in inside if file_named(*pair) not in files]
    assert dead == []
    assert len(inside) > 100
    assert ("glossary/index.html", f"{SITE_URL}/") in links
    assert {link for _, link in links} >= {f"{SITE_URL}/dashboard/"}


def test_whoever_opens_the_folder_is_led_to_the_plan(of_plan, plan):
    front = (of_plan / "index.html").read_text()

    place = f"plans/{plan.slug}/index.html"
    assert f'content="0; url={place}"' in front
    assert f'<a href="{place}">{plan.title}</a>' in front


@pytest.mark.parametrize("slug", ["nowhere", "a-draft"])
def test_a_plan_that_is_not_public_is_refused_by_its_name(small_world, tmp_path, slug):
    draft = small_world.plans["下書きの計画"]["plan"]
    Plan.objects.filter(pk=draft.pk).update(slug="a-draft")

    with pytest.raises(StaticSiteError, match=f"「{slug}」はありません") as refused:
        build_static(tmp_path / "site", plan=slug)

    assert small_world.plans[""]["plan"].slug in str(refused.value)
    assert list(tmp_path.iterdir()) == []

"""One plan alone as files, such as a term that has ended."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from plans.furigana.links import leads_to_a_page
from plans.furigana.words import KANJI_RUN
from plans.models import Plan
from tests.welfare_plan.static_site.read_page import ReadPage
from tests.welfare_plan.static_site.twins import file_named
from tests.welfare_plan.static_site.world import SITE_URL, public_addresses
from welfare_plan.static_site.addresses import Extent
from welfare_plan.static_site.building import build_static
from welfare_plan.static_site.errors import StaticSiteError
from welfare_plan.static_site.file_names import file_of

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


def served(address):
    response = Client().get(address, HTTP_HOST="plans.example.jp", secure=True)
    return response["Content-Type"], b"".join(response)


@pytest.mark.parametrize("query", ["", "?furigana=1"], ids=["", "furigana"])
def test_every_page_and_file_of_the_plan_is_there_as_it_is_served(
    of_plan, small_world, plan, query
):
    extent = Extent(plan.slug)
    addresses = [each for each in public_addresses(small_world) if extent.has(each)]
    if query:
        addresses = list(filter(leads_to_a_page, addresses))

    for address in addresses:
        kind, body = served(f"{address}{query}")
        written = (of_plan / file_of(f"{address}{query}", kind)).read_bytes()
        if kind.startswith("text/html"):
            assert ReadPage(written).events == ReadPage(body).events, address
        else:
            assert written == body, address
    assert len(addresses) > 14


def test_nothing_of_other_plans_is_there(of_plan, plan):
    extent = Extent(plan.slug)
    files = {path.relative_to(of_plan).as_posix() for path in of_plan.rglob("*.*")}

    strange = {file for file in files if not extent.has(f"/{file}")}
    rooms = {file.rpartition("/")[0] + "/" for file in strange}
    assert rooms == {"/", "how-we-judge/", "glossary/", "data/dictionary/", "terms/"}
    assert len(files) > 60


def test_what_stands_for_a_form_has_furigana_where_the_page_has(of_plan, plan):
    name = f"plans/{plan.slug}/dashboard/index_furigana-1.html"
    page = BeautifulSoup((of_plan / name).read_bytes(), "html.parser")

    instead = page.select(".no-search, .one-by-one")
    for reading in page.select("ruby"):
        reading.decompose()
    left = "".join(part.text for part in instead)
    assert len(instead) == 2
    assert KANJI_RUN.findall(left) == []


def test_a_page_still_says_which_page_of_the_site_it_is(of_plan):
    page = (of_plan / "glossary" / "index_furigana-1.html").read_text()

    assert f'<link rel="canonical" href="{SITE_URL}/glossary/">' in page


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

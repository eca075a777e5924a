"""Every file is the served page but for its links, and every link leads to a file."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.welfare_plan.static_site.twins import Twins
from tests.welfare_plan.static_site.world import SITE_URL, public_addresses
from welfare_plan.static_site.file_names import file_of

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture(scope="module")
def written(small_site):
    """The texts of all pages and feeds by their names."""
    return {
        path.relative_to(small_site).as_posix(): path.read_text(encoding="utf-8")
        for path in small_site.rglob("*.*")
        if path.suffix in {".html", ".atom"}
    }


def soup_of(written, name):
    return BeautifulSoup(written[name], "html.parser")


def test_every_page_is_the_served_one_and_every_link_leads_to_its_file(small_site):
    twins = Twins(Client(), small_site).walk()

    files = {path for path in small_site.rglob("*.*") if path.is_file()}
    unmet = {path.relative_to(small_site).as_posix() for path in files}
    unmet -= set(twins.files.values())
    assert twins.differences == []
    assert twins.dead == []
    assert unmet == {"404.html", "sha256sums.txt"}
    assert len(files) > 100


def test_every_public_address_of_the_site_has_its_file(small_site, small_world):
    client, missing = Client(HTTP_HOST="plans.example.jp"), []
    addresses = public_addresses(small_world)

    for address in addresses:
        response = client.get(address, secure=True)
        file = file_of(address, response["Content-Type"])
        missing += [] if (small_site / file).is_file() else [address]
        response.close()

    assert len(addresses) > 40
    assert missing == []


def test_no_form_and_no_script_is_left(written):
    pages = {name: text for name, text in written.items() if name.endswith(".html")}

    assert [name for name, text in pages.items() if "<form" in text] == []
    assert [name for name, text in pages.items() if "<script" in text] == []


def test_instead_of_the_search_there_are_ways_that_work(written):
    instead = soup_of(written, "glossary/index.html").select_one(".no-search")

    assert instead.text == (
        "ここでは、言葉でさがせません。計画の一覧、テーマ、用語集からおさがしください。"
    )
    assert [link["href"] for link in instead("a")] == [
        "../index.html#plans",
        "../index.html#ways",
        "index.html",
    ]


def test_a_filter_is_a_list_of_links_to_pages_that_are_there(written):
    lists = soup_of(written, "dashboard/index_year-R6.html").select_one(".one-by-one")

    statuses = lists.find("p", string="判定で目標を並べる").find_next("ul")
    links = {link.text: link.get("href") for link in statuses("a")}
    assert lists.p.text == "条件は、1つずつ選べます。"
    assert links["選ばない"] is None
    assert links["やや遅れ"] == "index_status-slightly__behind_year-R6.html"
    assert lists.find("a", string="計画ごとの最新")["href"] == "index.html"


def test_two_conditions_at_once_are_no_link_but_still_a_word(written):
    names = [name for name in written if "dashboard/index_policy-" in name]

    tiles = soup_of(written, sorted(names)[0]).select(".counts a")

    assert tiles
    assert [tile for tile in tiles if tile.get("href")] == []


def test_the_page_of_the_search_is_there_and_says_what_else_to_do(written):
    page = soup_of(written, "search/index.html")

    assert "ここでは、言葉でさがせません。" in page.main.text
    assert page.select("input") == []


def test_the_feed_keeps_its_own_name(written):
    feed = BeautifulSoup(written["feed.atom"].partition("?>")[2], "html.parser")

    assert feed.find("id").text == f"{SITE_URL}/feed.atom"


def test_the_page_of_what_is_not_there_works_at_every_address(small_site, written):
    page = soup_of(written, "404.html")

    links = [tag["href"] for tag in page.select("[href]")]
    assert page.h1.text == "ページが見つかりません"
    assert [link for link in links if not link.startswith(("/", "#"))] == []
    files = {link.partition("#")[0].lstrip("/") for link in links} - {""}
    assert [file for file in files if not (small_site / file).is_file()] == []

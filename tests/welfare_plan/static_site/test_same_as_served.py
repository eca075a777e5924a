"""Every file is the served page but for its links, and every link leads to a file."""

from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from plans.furigana.words import KANJI_RUN
from tests.canary import SEEN, found_in
from tests.test_rights import lines
from tests.welfare_plan.static_site.twins import Twins
from tests.welfare_plan.static_site.world import SITE_URL
from welfare_plan.static_site.file_names import file_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written(small_site):
    """The texts of all files by their names."""
    return {
        path.relative_to(small_site).as_posix(): text_of(path)
        for path in small_site.rglob("*.*")
        if path.is_file()
    }


def text_of(path):
    """Of a workbook, all that it is packed of."""
    if path.suffix != ".xlsx":
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


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


def test_what_is_not_published_is_in_no_file(written):
    leaks = {name: signs for name, text in written.items() if (signs := found_in(text))}

    assert leaks == {}
    seen = {name for name, text in written.items() if SEEN in text}
    assert {PurePosixPath(name).suffix for name in seen} >= {".html", ".csv", ".xlsx"}


def answers_of_the_api(route):
    """A question to a server; its description and the pages about it are files."""
    return route.startswith("api/v1/") and not route.endswith(("/", "openapi.json"))


@pytest.mark.parametrize("query", ["", "?furigana=1"], ids=["", "furigana"])
def test_every_public_address_of_the_site_has_its_file(small_site, small_world, query):
    client, missing = Client(HTTP_HOST="plans.example.jp"), []
    found = [line["address"] for line in lines() if not line["case"]]
    for route in found:
        if route.startswith(("staff/", "admin/")) or answers_of_the_api(route):
            continue
        address = f"{small_world.address(route, '')}"
        response = client.get(f"{address}{query}", secure=True)
        kind = response["Content-Type"].partition(";")[0]
        if response.status_code != 200 or (query and kind != "text/html"):
            response.close()
            continue
        has_furigana = query and not route.startswith("embed/")
        file = file_of(f"{address}{query if has_furigana else ''}", kind)
        if not (small_site / file).is_file():
            missing.append(address)

    assert len(found) > 90
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


def test_what_stands_for_a_form_has_furigana_where_the_page_has(written):
    page = soup_of(written, "dashboard/index_furigana-1.html")

    instead = page.select(".no-search, .one-by-one")
    for reading in page.select("ruby"):
        reading.decompose()
    left = "".join(part.text for part in instead)
    assert len(instead) == 2
    assert KANJI_RUN.findall(left) == []


def test_names_of_the_site_itself_stay_whole(written):
    page = soup_of(written, "glossary/index_furigana-1.html")
    feed = BeautifulSoup(written["feed.atom"].partition("?>")[2], "html.parser")

    assert page.find("link", rel="canonical")["href"] == f"{SITE_URL}/glossary/"
    assert feed.find("id").text == f"{SITE_URL}/feed.atom"


def test_the_page_of_what_is_not_there_works_at_every_address(written):
    page = soup_of(written, "404.html")

    links = [tag["href"] for tag in page.select("[href]")]
    assert page.h1.text == "ページが見つかりません"
    assert [link for link in links if not link.startswith(("/", "#"))] == []
    assert {link.partition("#")[0].lstrip("/") for link in links} <= {"", *written}

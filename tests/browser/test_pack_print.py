"""The council's pack on paper: one A4 page for the summary and for each policy."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from welfare_plan.samples import load_samples

pytestmark = [pytest.mark.django_db, pytest.mark.long]

STATIC = settings.BASE_DIR / "static"


def as_one_file(html):
    """The page with its stylesheets inside, so that it needs no server."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("link[rel=stylesheet]"):
        path = STATIC / link["href"].removeprefix("/").removeprefix("static/")
        style = soup.new_tag("style")
        style.string = path.read_text(encoding="utf-8")
        link.replace_with(style)
    return str(soup)


@pytest.fixture
def page(browser):
    with browser.new_context(locale="ja-JP") as context:
        yield context.new_page()


def page_count(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize(
    ("plan", "sheets"),
    [("kashiwa-chiiki-fukushi", 1 + 4 + 1), ("mihon-shi-chiiki-fukushi", 1 + 6)],
    ids=["with a sheet of corrections", "every status"],
)
def test_each_sheet_fills_one_page(client, page, plan, sheets):
    load_samples()
    html = client.get(f"/plans/{plan}/reports/R7/").content.decode()
    page.set_content(as_one_file(html))

    pdf = page.pdf(prefer_css_page_size=True)

    assert len(page.query_selector_all(".sheet")) == sheets
    assert page_count(pdf) == sheets


def test_its_text_is_large_enough_to_read_on_paper(client, page):
    load_samples()
    html = client.get("/plans/kashiwa-chiiki-fukushi/reports/R7/").content.decode()
    page.set_content(as_one_file(html))
    page.emulate_media(media="print")

    sizes = page.eval_on_selector_all(
        ".sheet :is(td, .why li, .two p)",
        "texts => texts.map(t => parseFloat(getComputedStyle(t).fontSize) * 72 / 96)",
    )

    assert round(min(sizes), 2) == 10
    numbers = page.eval_on_selector_all(".count", "all => all.map(c => c.textContent)")
    assert numbers == [f"{number}／6枚" for number in range(1, 7)]


def test_a_phone_shows_only_the_counts_that_are_not_zero(client, page):
    load_samples()
    html = client.get("/plans/kashiwa-chiiki-fukushi/reports/R7/").content.decode()
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(as_one_file(html))

    cells = page.locator(".matrix td")
    shown = [cell for cell in cells.all() if cell.is_visible()]

    assert shown
    assert "0" not in {cell.inner_text() for cell in shown}
    assert len(shown) < cells.count()


def test_on_paper_it_is_black_and_says_what_it_is(client, page):
    load_samples()
    html = client.get("/plans/mihon-shi-chiiki-fukushi/reports/R7/").content.decode()
    page.set_content(as_one_file(html))
    page.emulate_media(media="print")

    colours = page.eval_on_selector_all(
        ".sheet .st", "marks => [...new Set(marks.map(m => getComputedStyle(m).color))]"
    )

    assert colours == ["rgb(0, 0, 0)"]
    assert page.locator(".sheet .marks").count() == page.locator(".sheet").count()
    assert page.locator(".sheet .marks").first.is_visible()
    assert not page.locator(".site-head").is_visible()
    headers = page.eval_on_selector_all(
        ".sheet thead", "heads => heads.map(h => getComputedStyle(h).display)"
    )
    assert set(headers) == {"table-header-group"}

"""The dashboards on a phone and on paper, every status in them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_pack_print import as_one_file
from welfare_plan.samples import load_samples

pytestmark = [pytest.mark.django_db, pytest.mark.long]

PLANS = ("kashiwa-chiiki-fukushi", "mihon-shi-chiiki-fukushi", "kashiwa-hashira-1")

_TOO_NARROW = """pieces => pieces.filter(piece => {
  const width = part => piece.querySelector(part)?.getBoundingClientRect().width ?? 0;
  return width("text") > width("rect");
}).map(piece => piece.textContent.trim())"""

# Links within a sentence may be as high as its line.
_LINKS = "main :is(.t, .tbl, .namelist, .linklist, .counts, .name) a, main summary"
_TOO_LOW = """links => links.filter(link => {
  const height = link.getBoundingClientRect().height;
  return height > 0 && height < 43.5;
}).map(link => link.textContent)"""


@pytest.fixture
def dashboard(browser, client):
    """Opens the dashboard of a plan on a phone."""
    load_samples()
    with browser.new_context(
        locale="ja-JP", viewport={"width": 360, "height": 800}
    ) as context:
        page = context.new_page()

        def opened(plan, query=""):
            html = client.get(f"/plans/{plan}/dashboard/{query}").content.decode()
            page.set_content(as_one_file(html))
            return page

        yield opened


@pytest.mark.parametrize("plan", PLANS)
def test_on_a_phone_every_piece_of_a_bar_has_room_for_its_text(dashboard, plan):
    page = dashboard(plan)

    assert page.eval_on_selector_all(".stack g", "pieces => pieces.length")
    assert page.eval_on_selector_all(".stack g", _TOO_NARROW) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_dashboard_with_values_has_no_accessibility_violation(dashboard, scheme):
    page = dashboard("mihon-shi-chiiki-fukushi")
    page.emulate_media(color_scheme=scheme)

    found = Axe().run(page).response["violations"]

    assert [(each["id"], len(each["nodes"])) for each in found] == []


def test_links_of_a_dashboard_are_large_enough_for_a_finger(dashboard):
    page = dashboard("mihon-shi-chiiki-fukushi")

    small = page.eval_on_selector_all(_LINKS, _TOO_LOW)

    assert small == []


def test_on_a_phone_the_plan_is_linked_once_above_the_title(dashboard):
    page = dashboard("kashiwa-chiiki-fukushi")

    links = page.query_selector_all("a[href='/plans/kashiwa-chiiki-fukushi/']")
    above = [link for link in links if link.is_visible()][:-1]
    assert [link.inner_text() for link in above] == ["柏市地域福祉計画"]


def test_a_year_in_the_verdict_is_not_split(dashboard):
    page = dashboard("mihon-shi-chiiki-fukushi", "?policy=5")

    lines = page.eval_on_selector_all(
        ".verdict .nowrap", "all => all.map(each => each.getClientRects().length)"
    )
    assert lines
    assert set(lines) == {1}


def test_on_paper_the_names_without_a_review_are_printed(dashboard):
    page = dashboard("kashiwa-hashira-1")
    page.emulate_media(media="print")

    names = page.query_selector_all(".unwritten .linklist a")
    assert len(names) == 4
    assert all(name.is_visible() for name in names)
    assert not page.is_visible("form.filters")


@pytest.mark.parametrize("selector", [".group > h3", ".group > .stacked", ".legend"])
def test_on_paper_no_page_ends_with_what_belongs_to_the_next_lines(dashboard, selector):
    page = dashboard("kashiwa-chiiki-fukushi")
    page.emulate_media(media="print")

    breaks = page.eval_on_selector_all(
        selector, "all => all.map(each => getComputedStyle(each).breakAfter)"
    )
    assert set(breaks) == {"avoid"}

"""Keys alone, from the top of a page to what somebody came for."""

import pytest

from tests.browser.every_page.page_types import PageType, page_types
from tests.browser.keyboard import press_enter_on, tab_to, type_into
from tests.rights_world import ANYBODY

BOARD = PageType("plans/<slug:plan_slug>/dashboard/", ANYBODY)
WIDE = {"viewport": {"width": 1280, "height": 900}}
# Not seen: no outline around what has the focus, or nothing there at all.
_UNSEEN = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1
    && getComputedStyle(at).outlineStyle !== "none";
  return seen || at === document.body ? [] : [at.outerHTML.slice(0, 200)];
}"""

_PLACE = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"


@pytest.fixture
def board(visits, record):
    page = visits.open(BOARD, **WIDE)
    yield page
    record.add_check("keyboard", 0)


def test_a_dashboard_is_filtered_by_keys_alone(board):
    before = board.locator("main .item").count()

    tab_to(board.locator("form.filters select[name=status]"))
    board.keyboard.press("End")
    chosen = board.locator("form.filters select[name=status]").input_value()
    press_enter_on(board.get_by_role("button", name="この条件で見る"))

    assert f"status={chosen}" in board.url
    assert board.locator("main .item").count() < before
    press_enter_on(board.get_by_role("link", name="条件をすべて外す"))
    assert board.locator("main .item").count() == before


def test_every_stop_of_the_tab_key_is_seen_and_none_holds_it(board, record):
    hidden, stops = [], []
    for _ in range(40):
        board.keyboard.press("Tab")
        hidden += board.evaluate(_UNSEEN)
        stops.append(board.evaluate(_PLACE))
    record.add_check("focus", len(hidden))

    assert hidden == []
    assert all(one != other for one, other in zip(stops, stops[1:], strict=False))


@pytest.mark.parametrize(
    "kind", [kind for kind in page_types() if kind.route == "search/"]
)
def test_a_word_is_searched_by_keys_alone(visits, record, kind):
    page = visits.open(kind, **WIDE)

    type_into(page.locator("main input[name=q]"), "介護")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press_enter_on(page.locator("main li h3 a"))

    assert "/plans/" in page.url
    record.add_check("keyboard", 0)

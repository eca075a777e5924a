"""Keys alone, from the top of a page to what somebody came for."""

import pytest

from tests.browser.every_page.states import state_of
from tests.browser.every_page.variants import chosen_states
from tests.browser.keyboard import (
    Stops,
    press_enter_on,
    skips_to_the_text,
    tab_to,
    type_into,
)
from tests.browser.record import is_full_run

pytestmark = pytest.mark.long

SEARCH, BOARD = "search/", "plans/<slug:plan_slug>/dashboard/"
ENTRY = "staff/figures/<int:pk>/"
WALKED = [state_of(route) for route in (SEARCH, BOARD, ENTRY)]
# Each stop takes two questions to the browser.
TABBED = chosen_states() if is_full_run() else WALKED
# Cards on other sites have no head to skip.
WITH_A_HEAD = [state for state in TABBED if not state.kind.is_a_card]
STOPS = 40


@pytest.mark.walk("keyboard", BOARD)
def test_a_dashboard_is_filtered_by_keys_alone(visits):
    board = visits.open(state_of(BOARD), width=1280)
    before = board.locator("main .item").count()

    tab_to(board.locator("form.filters select[name=status]"))
    board.keyboard.press("End")
    chosen = board.locator("form.filters select[name=status]").input_value()
    press_enter_on(board.get_by_role("button", name="この条件で見る"))

    assert f"status={chosen}" in board.url
    assert board.locator("main .item").count() < before
    press_enter_on(board.get_by_role("link", name="条件をすべて外す"))
    assert board.locator("main .item").count() == before


@pytest.mark.walk("keyboard", SEARCH)
def test_a_word_is_searched_by_keys_alone(visits):
    page = visits.open(state_of(SEARCH), width=1280)

    type_into(page.locator("main input[name=q]"), "介護")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press_enter_on(page.locator("main li h3 a"))

    assert "/plans/" in page.url


@pytest.mark.parametrize("state", TABBED, ids=str)
def test_every_stop_of_the_tab_key_is_seen_and_none_holds_it(visits, record, state):
    page = visits.open(state, width=1280)

    stops = Stops(page, STOPS)
    record.add_check("focus", state, len(stops.unseen()))
    record.add_check("trap", state, len(stops.traps()))

    assert stops.unseen() == []
    assert stops.traps() == []


@pytest.mark.parametrize("state", WITH_A_HEAD, ids=str)
def test_the_first_stop_leads_past_the_head_to_the_text(visits, record, state):
    page = visits.open(state, width=1280)

    skips = skips_to_the_text(page)
    record.add_check("skip", state, int(not skips))

    assert skips

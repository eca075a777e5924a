"""Every type of page in a real browser: no barrier, no sideways scrolling, no jump."""

from itertools import groupby

import pytest

from tests.browser.every_page.looking import axe, faults, shifted, show
from tests.browser.every_page.states import state_of
from tests.browser.every_page.variants import FURIGANA, chosen_states, variants_of
from tests.browser.every_page.widths import (
    surplus_at,
    surplus_with_large_text,
    surplus_zoomed,
)

pytestmark = pytest.mark.long

PUBLIC = [each for each in chosen_states() if each.kind.is_public]
_COMMON = (360, 768, 1024, 1280)
_MOST_BYTES = 60_000


@pytest.mark.parametrize("state", chosen_states(), ids=str)
def test_no_barrier_no_sideways_scrolling_no_jump(visits, record, state):
    found, wide = [], []
    for query, variants in groupby(variants_of(state), lambda one: one.query):
        page = visits.open(state, query)
        moved = shifted(page)
        for variant in variants:
            show(page, variant.width, variant.scheme)
            response = axe(page, has_contrast=variant.has_contrast)
            record.add_page(state, page.title(), variant, response)
            found += [(str(variant), *fault) for fault in faults(response)]
        wide.append(widths_of(page, record, state))

        assert page.answer.status == state.kind.status
        assert "text/html" in page.answer.headers["content-type"]
        assert bool(page.locator("rt").count()) == (query == FURIGANA)
        assert moved <= state.kind.may_move
        assert page.foreign == []
    assert found == []
    assert {pixels for each in wide for pixels in each.values()} == {0}, wide


def widths_of(page, record, state):
    """By how many pixels the page is too wide, by what was done to it."""
    found = {
        "narrow": surplus_at(page, 320),
        "zoom": surplus_zoomed(page),
        "text": surplus_with_large_text(page),
    }
    for check, pixels in found.items():
        record.add_check(check, state, int(pixels > 0))
    return found | {width: surplus_at(page, width) for width in _COMMON}


@pytest.mark.parametrize("state", PUBLIC, ids=str)
def test_a_public_page_needs_no_script_no_cookie_and_60_kilobytes(visits, state):
    with_script = visits.open(state)
    text = with_script.inner_text("main")
    without = visits.open(state, script=False)

    assert with_script.locator("script, [onclick], [href^=javascript]").count() == 0
    assert without.inner_text("main") == text
    assert len(text) > 30
    assert with_script.context.cookies() == []
    sizes = [each.sizes() for each in without.asked]
    assert len(sizes) > 3
    assert sum(wire_size(each) for each in sizes) <= _MOST_BYTES


def wire_size(sizes) -> int:
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readings_above_the_words_have_contrast_enough(visits, scheme):
    page = visits.open(state_of("contact/"), FURIGANA, scheme=scheme)

    assert page.locator("rt").count() > 20
    assert faults(axe(page)) == []

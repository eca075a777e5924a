"""Every type of page in a real browser: no barrier, no sideways scrolling, no jump.

In `make test` each page is looked at on a phone in light and on a screen in dark
colours, and one record's admin stands for all. `make accessibility` looks at every
page in every variant and writes down what it finds.
"""

import os

import pytest

from tests.browser.every_page.looking import axe, faults, shifted, show, surplus
from tests.browser.every_page.page_types import page_types
from tests.browser.every_page.record import FILE

_IS_FULL = bool(os.environ.get(FILE))
_WORDS = {
    "light": "明るい配色",
    "dark": "暗い配色",
    "": "",
    "furigana=1": "ふりがなあり",
}
_SCREENS = (
    [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
    if _IS_FULL
    else [(360, "light"), (1280, "dark")]
)
TYPES = [kind for kind in page_types() if _IS_FULL or not kind.is_repeated]
PUBLIC = [kind for kind in TYPES if kind.is_public]
# 1,280 px at 200 % leaves 640 px.
_ZOOMED, _NARROWEST = 640, 320

every_type = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.route or "/")
every_public = pytest.mark.parametrize(
    "kind", PUBLIC, ids=lambda kind: kind.route or "/"
)


def queries_of(kind):
    return ["", "furigana=1"] if kind.is_public and _IS_FULL else [""]


def variant(width, scheme, query):
    words = (f"幅{width:,}ピクセル", _WORDS[scheme], _WORDS[query])
    return "、".join(filter(None, words))


@every_type
def test_no_barrier_no_sideways_scrolling_no_jump(visits, record, kind):
    found = []
    for query in queries_of(kind):
        page = visits.open(kind, query)
        moved = shifted(page)
        for width, scheme in _SCREENS:
            show(page, width, scheme)
            response = axe(page)
            record.add_page(kind, page.title(), variant(width, scheme, query), response)
            found += [(width, scheme, *fault) for fault in faults(response)]
        wide = {width: surplus(page, width) for width in (_NARROWEST, _ZOOMED)}
        record.add_check("zoom", sum(map(bool, wide.values())))

        assert page.answer.status == 200
        assert "text/html" in page.answer.headers["content-type"]
        assert found == []
        assert wide == {_NARROWEST: 0, _ZOOMED: 0}
        assert moved <= kind.may_move
        assert page.foreign == []


@every_public
def test_a_public_page_needs_no_script_and_keeps_no_cookie(visits, kind):
    with_script = visits.open(kind)
    without = visits.open(kind, java_script_enabled=False)

    assert with_script.locator("script").count() == 0
    assert without.inner_text("main") == with_script.inner_text("main")
    assert with_script.context.cookies() == []


@every_public
def test_a_first_visit_takes_at_most_60_kilobytes(visits, kind):
    page = visits.open(kind, java_script_enabled=False)
    wire = page.context.new_cdp_session(page)
    sizes = []
    wire.on(
        "Network.loadingFinished", lambda end: sizes.append(end["encodedDataLength"])
    )
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})

    page.reload(wait_until="networkidle")

    assert len(sizes) > 3
    assert sum(sizes) <= 60_000

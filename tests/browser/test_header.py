"""The head of every page: small on a phone, one row on a wide screen."""

import pytest

from tests.browser.test_pack_print import as_one_file

pytestmark = pytest.mark.django_db

ROW = 74  # pixels that one row of the header has at most


@pytest.fixture
def head_of(browser, client):
    """The height of the header at a width, and of its search alone."""

    def measure(width, address):
        size = {"width": width, "height": 800}
        with browser.new_context(viewport=size, locale="ja-JP") as context:
            page = context.new_page()
            page.set_content(as_one_file(client.get(address).content.decode()))
            return page.evaluate(
                "['.site-head', '.site-search'].map("
                "name => document.querySelector(name).getBoundingClientRect().height)"
            )

    return measure


@pytest.mark.parametrize("width", [1152, 1280])
@pytest.mark.parametrize("address", ["/consult/", "/consult/?furigana=1"])
def test_the_head_is_one_row_on_a_wide_screen(head_of, width, address):
    height, _ = head_of(width, address)

    assert height <= ROW


@pytest.mark.parametrize("address", ["/consult/", "/consult/?furigana=1"])
def test_the_head_is_two_rows_and_the_search_on_a_phone(head_of, address):
    height, search = head_of(360, address)

    assert height - search <= 1.5 * ROW


def test_the_search_box_says_what_it_is_for(client):
    page = client.get("/consult/").content.decode()

    assert 'placeholder="計画をさがす"' in page
    assert '<label class="vh" for="site-q">計画の本文と目標をさがす</label>' in page


def test_a_word_stays_together_under_a_longer_reading(browser, client):
    words = "<ruby>計画<rt>とてもながいよみかた</rt></ruby>"
    html = as_one_file(client.get("/consult/").content.decode())
    with browser.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.set_content(html.replace("<h1>", f"<h1>{words}", 1))
        gap = page.evaluate(
            "() => { const text = document.querySelector('h1 ruby').firstChild;"
            "const box = (from, to) => { const range = document.createRange();"
            "range.setStart(text, from); range.setEnd(text, to);"
            "return range.getBoundingClientRect(); };"
            "return box(1, 2).left - box(0, 1).right; }"
        )

    assert gap < 1

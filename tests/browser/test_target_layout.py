"""Pages of targets and of the judgement on a phone and on paper."""

import pytest
from bs4 import BeautifulSoup

from tests.browser.test_pack_print import as_one_file
from tests.factories import a_target
from tests.indicators.published import publish_value, stop_the_clock

pytestmark = pytest.mark.django_db

JUDGING = "/how-we-judge/"


@pytest.fixture(autouse=True)
def _november_of_r8(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def phone(browser):
    """A page of the width of a common phone."""
    size = {"width": 360, "height": 800}
    with browser.new_context(viewport=size, locale="ja-JP") as context:
        yield context.new_page()


def show(page, client, address):
    page.set_content(as_one_file(client.get(address).content.decode()))


def widths(page, selector):
    return page.eval_on_selector_all(
        selector, "found => found.map(each => each.getBoundingClientRect().width)"
    )


def test_the_meanings_of_the_judgements_have_the_whole_width_of_a_phone(client, phone):
    show(phone, client, JUDGING)

    assert min(widths(phone, ".meanings td")) > 300
    assert min(widths(phone, ".choose select")) > 300


def test_no_word_or_unit_of_a_figure_is_broken_on_a_phone(client, phone):
    unit = "活動した人／年"
    target = a_target(baseline_value=None, baseline_fiscal_year=None, goal_unit=unit)
    publish_value(target, 2025, "123456789")
    show(phone, client, target.get_absolute_url())

    lines = phone.eval_on_selector_all(
        ".fig small, .fig .words",
        "found => found.map(each => {"
        "const range = document.createRange(); range.selectNodeContents(each);"
        "return new Set([...range.getClientRects()].map(r => r.top)).size})",
    )

    assert "原典に記載なし" in phone.inner_text(".figs")
    assert set(lines) == {1}


def a_longer_table(html, count):
    """The page with a table of years of so many rows."""
    soup = BeautifulSoup(html, "html.parser")
    body = soup.select_one("table.years tbody")
    row = str(body.tr)
    body.clear()
    body.append(BeautifulSoup(row * count, "html.parser"))
    return str(soup)


@pytest.mark.parametrize(("rows", "is_whole"), [(12, "avoid"), (13, "auto")])
def test_on_paper_a_short_table_stays_on_one_page(client, phone, rows, is_whole):
    target = a_target()
    publish_value(target, 2025, "940")
    html = client.get(target.get_absolute_url()).content.decode()
    phone.set_content(as_one_file(a_longer_table(html, rows)))
    phone.emulate_media(media="print")

    found = phone.eval_on_selector(
        "table.years",
        "table => [table, table.caption, table.tHead].map(part => {"
        "const style = getComputedStyle(part);"
        "return [style.breakInside, style.breakAfter]})",
    )

    assert found[0][0] == is_whole
    assert [after for _, after in found[1:]] == ["avoid", "avoid"]

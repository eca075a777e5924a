"""A council's pack and a measure, printed to PDF and read there."""

import io
import re
import unicodedata
from dataclasses import dataclass

import pytest
from pypdf import PdfReader

from tests.browser.every_page.states import state_of

pytestmark = pytest.mark.long

PACK = "plans/<slug:plan_slug>/reports/<str:year>/"
MEASURE = "plans/<slug:plan_slug>/measures/<code:code>/"
PRINTED = [
    state_of(PACK),
    state_of(PACK, "every status"),
    state_of(MEASURE),
    state_of(MEASURE, "without figures"),
]
_A4 = {(595, 842), (596, 842)}  # points, as Chromium rounds them
_SHEET_IN_PIXELS = 695  # 210 mm less the margins of 13 mm

# Texts of the cells of each row, and of whatever else is printed, line by line.
_ROWS = """rows => rows.filter(row => row.checkVisibility()).map(
  row => [...row.cells].filter(cell => cell.checkVisibility()).map(
    cell => cell.innerText))"""
_TEXTS = """all => all.filter(
  one => !one.children.length && one.checkVisibility()
).map(one => one.innerText)"""
# The numbers of the first table of a pack, row by row, the sums last.
_NUMBERS = """table => [...table.tBodies[0].rows].map(
  row => [...row.cells].slice(1).map(cell => cell.textContent.match(/\\d+/)[0]))"""
_CUT = """all => all.filter(one => {
  const style = getComputedStyle(one);
  const hides = [style.overflowX, style.overflowY].some(
    way => way !== "visible");
  const box = one.getBoundingClientRect();
  return hides && box.width > 1 && box.height > 1
    && (one.scrollWidth > one.clientWidth + 1
        || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 200))"""


@dataclass(frozen=True)
class Printed:
    """What a page has on paper, by its document and by the PDF made of it."""

    rows: list
    texts: list
    cut: list
    width: int
    navigation: list
    body: str
    pdf: PdfReader


@pytest.fixture(scope="module", params=PRINTED, ids=str)
def printed(visits, request):
    page = visits.open(request.param, width=_SHEET_IN_PIXELS)
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    links = page.locator(".site-nav, .crumbs, .skip, .pager").all()
    return Printed(
        rows=page.eval_on_selector_all("main tr", _ROWS),
        texts=page.eval_on_selector_all("main :not(.vh)", _TEXTS),
        cut=page.eval_on_selector_all("main *", _CUT),
        width=page.evaluate("document.documentElement.scrollWidth"),
        navigation=[each.inner_text() for each in links if each.is_visible()],
        body=page.inner_text("body"),
        pdf=PdfReader(io.BytesIO(pdf)),
    )


_ABOVE = "サンプル値(架空の値です)"
# What a PDF gives back for signs that look the same.
_LOOKS = str.maketrans("‧∕‒⺠", "・/–民")


def bare(text) -> str:
    """Without the blanks and line ends, which stand elsewhere on paper."""
    plain = unicodedata.normalize("NFKC", text.translate(_LOOKS))
    return re.sub(r"\s", "", plain)


def text_of(pdf) -> str:
    """Without what is printed above each page, which may stand within a sentence."""
    sheets = [bare(sheet.extract_text()) for sheet in pdf.pages]
    return "".join(sheet.removeprefix(_ABOVE).removesuffix(_ABOVE) for sheet in sheets)


def test_all_sheets_are_a4_and_have_a_text(printed):
    sheets = printed.pdf.pages

    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in sheets} <= _A4
    assert all(len(bare(sheet.extract_text())) > 30 for sheet in sheets)


def test_every_row_of_every_table_is_on_paper_cell_by_cell(printed):
    text = text_of(printed.pdf)

    assert [row for row in printed.rows if "".join(map(bare, row)) not in text] == []


def test_every_line_of_the_page_is_on_paper(printed):
    text = text_of(printed.pdf)

    lines = [bare(line) for each in printed.texts for line in each.splitlines()]

    assert len(lines) > 20
    assert [line for line in lines if line not in text] == []


def test_nothing_is_cut_at_an_edge(printed):
    assert printed.width <= _SHEET_IN_PIXELS
    assert printed.cut == []


def test_what_only_leads_to_other_pages_is_not_printed(printed):
    assert "サンプル値" in printed.body
    assert printed.navigation == []


def test_the_sums_of_a_pack_are_those_of_the_printed_policies(visits):
    page = visits.open(state_of(PACK, "every status"), width=_SHEET_IN_PIXELS)
    page.emulate_media(media="print")
    text = text_of(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))))
    table = page.locator("table.matrix").first

    *policies, total = [list(map(int, row)) for row in table.evaluate(_NUMBERS)]
    printed_total = "".join(map(bare, table.locator("tr").evaluate_all(_ROWS)[-1]))

    assert total == [sum(column) for column in zip(*policies, strict=True)]
    assert re.findall(r"\d+", printed_total) == list(map(str, total))
    assert printed_total in text

"""A council's pack and a measure, printed to PDF from the running site."""

import re

import pytest

from tests.browser.every_page.page_types import PageType
from tests.rights_world import ANYBODY

PACK = PageType("plans/<slug:plan_slug>/reports/<str:year>/", ANYBODY)
MEASURE = PageType("plans/<slug:plan_slug>/measures/<code:code>/", ANYBODY)
_A4 = (595, 842)  # points


def page_sizes(pdf) -> set[tuple[int, int]]:
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    return {(round(float(width)), round(float(height))) for width, height in boxes}


@pytest.mark.parametrize("kind", [PACK, MEASURE], ids=["council pack", "measure"])
def test_it_prints_on_a4_with_its_text_and_without_navigation(visits, kind):
    page = visits.open(kind)
    text = page.inner_text("main h1")
    page.emulate_media(media="print")

    sizes = page_sizes(page.pdf(prefer_css_page_size=True))

    assert {(round(w), h) for w, h in sizes} <= {_A4, (596, 842)}
    assert sizes
    assert page.inner_text("main h1") == text
    assert "サンプル値" in page.inner_text("body")
    for navigation in (".site-nav", ".crumbs", ".skip", ".pager"):
        assert not any(each.is_visible() for each in page.locator(navigation).all())

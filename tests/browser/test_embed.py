"""A frame and a drawing on the page of another site, in a real browser."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

PLACE = "/embed/targets/kashiwa-chiiki-fukushi/4-3"
POLICY = "/embed/policies/kashiwa-chiiki-fukushi/2"
WIDTHS = [280, 360, 640]
# By how much a line of the drawing is longer than the paper has room for.
_STICKS_OUT = """() => Math.max(...[...document.querySelectorAll("text")].map(
  text => text.getBBox().x + text.getBBox().width - 280 + 8))"""


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 800, "height": 600})
    yield context.new_page()
    context.close()


@pytest.fixture
def other_site(site):
    """The address of a site that shows a frame and a page that may not be framed."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            frames = (f"{site}{PLACE}/", f"{site}/glossary/")
            for address in frames:
                self.wfile.write(f'<iframe src="{address}"></iframe>'.encode())
            self.wfile.write(f'<img src="{site}{PLACE}.svg">'.encode())

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_shows_the_frame_and_the_drawing_and_no_other_page(
    page, other_site
):
    page.goto(other_site, wait_until="load")

    card, glossary = page.frames[1:]
    assert card.locator("h1").inner_text().startswith("就労移行支援事業等")
    assert glossary.url.startswith("chrome-error:")
    assert page.locator("img").evaluate("img => img.naturalWidth") > 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", [PLACE, POLICY])
def test_a_frame_fits_from_280_pixels_on(page, site, place, width):
    page.set_viewport_size({"width": width, "height": 400})
    page.goto(f"{site}{place}/")

    surplus = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(surplus) <= 0


@pytest.mark.parametrize("place", [PLACE, POLICY])
def test_no_line_of_a_drawing_sticks_out(page, site, place):
    page.goto(f"{site}{place}.svg")

    assert page.evaluate(_STICKS_OUT) <= 0
    assert page.locator("text").count() > 5


@pytest.mark.parametrize(
    ("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(21, 24, 22)")]
)
def test_a_drawing_that_is_opened_alone_has_its_own_colours(page, site, scheme, paper):
    """Its style sheet is allowed, which nothing else inside would be."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}{PLACE}.svg")

    found = page.locator(".paper").evaluate("paper => getComputedStyle(paper).fill")
    assert found == paper


def test_a_drawing_fills_the_width_that_it_is_given(page, site):
    page.set_content(f'<img src="{site}{PLACE}.svg" width="560">')
    page.wait_for_function("document.images[0].complete")

    box = page.locator("img").bounding_box()
    assert box["width"] == 560
    assert box["height"] > 560

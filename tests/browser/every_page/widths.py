"""By how much a page is too wide: as it is, zoomed, and with larger letters."""

from tests.browser.every_page.looking import HEIGHT, show

_SURPLUS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_TEXT_AND_WIDTH = "[getComputedStyle(document.documentElement).fontSize, innerWidth]"
_USUAL_TEXT = {"standard": 16, "fixed": 13}


def surplus(page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate(_SURPLUS)


def surplus_at(page, width) -> int:
    show(page, width)
    return surplus(page)


def surplus_zoomed(page) -> int:
    """The same in a window of 1,280 px at a zoom of 200 %.

    That is what a browser's zoom does: half the width, and two dots for each pixel.
    """
    show(page, 640)
    zoomed = {"width": 640, "height": HEIGHT // 2, "deviceScaleFactor": 2}
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setDeviceMetricsOverride", {**zoomed, "mobile": False})
    assert page.evaluate("[innerWidth, devicePixelRatio]") == [640, 2]
    found = surplus(page)
    # Ends the zoom; the next window has another size, so that it is set anew.
    wire.detach()
    return found


def surplus_with_large_text(page) -> int:
    """The same in a window of 1,280 px with text of 200 %, as a reader's setting."""
    show(page, 1280)
    _set_text(page, 2)
    assert (
        page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    )
    found = surplus(page)
    _set_text(page, 1)
    return found


def _set_text(page, times):
    sizes = {name: size * times for name, size in _USUAL_TEXT.items()}
    page.wire.send("Page.setFontSizes", {"fontSizes": sizes})

"""A page as a person of some role opens it, and what a machine can tell about it."""

from contextlib import ExitStack

from axe_playwright_python.sync_playwright import Axe

_COUNT_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
_SURPLUS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEIGHT = 900


class Visits:
    """Opens types of page; closes their windows at the end."""

    def __init__(self, browser, full_site):
        self._browser, self.full_site = browser, full_site
        self._open = ExitStack()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return self._open.__exit__(*error)

    def address(self, kind, query=""):
        path = self.full_site["addresses"][kind.route]
        return f"{self.full_site['site']}{path}{query and '?' + query}"

    def open(self, kind, query="", **options):
        """The page; `page.foreign` lists what it asked of other hosts."""
        options = {"viewport": {"width": 360, "height": HEIGHT}, **options}
        context = self._browser.new_context(locale="ja-JP", **options)
        self._open.enter_context(context)
        site, session = self.full_site["site"], self.full_site["sessions"][kind.who]
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        page = context.new_page()
        page.add_init_script(_COUNT_SHIFTS)
        page.foreign = []
        page.on(
            "request",
            lambda request: (
                request.url.startswith((site, "data:"))
                or page.foreign.append(request.url)
            ),
        )
        page.answer = page.goto(self.address(kind, query))
        return page


def show(page, width, scheme="light"):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": HEIGHT})


def surplus(page, width) -> int:
    """By how many pixels the page is wider than a window of that width."""
    show(page, width)
    return page.evaluate(_SURPLUS)


def shifted(page) -> float:
    """How much of the page moved while it was drawn (Cumulative Layout Shift)."""
    return page.evaluate(
        "new Promise(seen => requestAnimationFrame(() => seen(window.shifted)))"
    )


def axe(page) -> dict:
    return Axe().run(page).response


def faults(response) -> list[tuple[str, str]]:
    """Every violation of any impact, with the first place where it is."""
    return [
        (each["id"], each["nodes"][0]["html"][:200]) for each in response["violations"]
    ]

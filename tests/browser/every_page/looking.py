"""A page as a person of some role opens it, and what a machine can tell about it."""

from contextlib import ExitStack

from axe_playwright_python.sync_playwright import Axe

from tests.browser.every_page.states import State

_COUNT_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
# Colours of Django's admin fade into each other where the scheme changes.
_AT_REST = """() => new Promise(requestAnimationFrame).then(
  () => Promise.all(document.getAnimations().map(one => one.finished)))"""
_AXE = Axe()
HEIGHT = 900


class Visits:
    """Opens pages, each person in one window; closes the windows at the end."""

    def __init__(self, browser, full_site):
        self._browser, self.full_site = browser, full_site
        self._open, self._pages = ExitStack(), {}

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return self._open.__exit__(*error)

    def address(self, state: State, query=""):
        path = state.address or self.full_site["addresses"][state.kind.route]
        joint = query and ("&" if "?" in path else "?")
        return f"{self.full_site['site']}{path}{joint}{query}"

    def open(self, state: State, query="", *, width=360, scheme="light", script=True):
        """The page; `page.foreign` lists what it asked of other hosts.

        The next page of the same person replaces it.
        """
        page = self._page_of(state.kind, script)
        show(page, width, scheme)
        page.foreign.clear()
        page.asked.clear()
        address = self.address(state, query)
        if made := self.full_site["made"].get(state.address):
            answer = {"status": made["status"], "body": made["body"]}
            page.route(
                address, lambda route: route.fulfill(content_type="text/html", **answer)
            )
        page.answer = page.goto(address)
        page.unroute_all()
        return page

    def _page_of(self, kind, script):
        # Public pages have a window in which the form of the login left no cookie.
        key = (kind.who, kind.is_public, script)
        if key not in self._pages:
            self._pages[key] = self._new_page(kind.who, script)
        return self._pages[key]

    def _new_page(self, who, script):
        context = self._browser.new_context(locale="ja-JP", java_script_enabled=script)
        self._open.enter_context(context)
        site, session = self.full_site["site"], self.full_site["sessions"][who]
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        page = context.new_page()
        page.add_init_script(_COUNT_SHIFTS)
        page.wire = context.new_cdp_session(page)
        page.foreign, page.asked = [], []
        page.on("request", lambda request: _note(page, site, request))
        return page


def _note(page, site, request):
    page.asked.append(request)
    if not request.url.startswith((site, "data:")):
        page.foreign.append(request.url)


def show(page, width, scheme="light"):
    page.emulate_media(color_scheme=scheme, media="screen")
    page.set_viewport_size({"width": width, "height": HEIGHT})


def shifted(page) -> float:
    """How much of the page moved while it was drawn (Cumulative Layout Shift)."""
    return page.evaluate(
        "new Promise(seen => requestAnimationFrame(() => seen(window.shifted)))"
    )


def axe(page, *, has_contrast=True) -> dict:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.axe_script)
    page.evaluate(_AT_REST)
    rules = {
        # New in WCAG 2.2, and off by itself.
        "target-size": {"enabled": True},
        "color-contrast": {"enabled": has_contrast},
    }
    options = {"resultTypes": ["violations", "incomplete"], "rules": rules}
    return page.evaluate("options => axe.run(options)", options)


def faults(response) -> list[tuple[str, str]]:
    """Every violation of any impact, with the first place where it is."""
    return [
        (each["id"], each["nodes"][0]["html"][:200]) for each in response["violations"]
    ]

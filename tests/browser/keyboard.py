"""The keys of somebody without a mouse."""

from itertools import groupby
from operator import itemgetter

# Where the focus is, what stands there, and whether an outline around it is seen.
_STOP = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1
    && getComputedStyle(at).outlineStyle !== "none";
  const place = [...document.querySelectorAll("*")].indexOf(at);
  return [place, at.outerHTML.slice(0, 200), seen || at === document.body];
}"""
# A date has a stop for its year, month, day and calendar, each within one box.
_STOPS_OF_A_BOX = 4
# A text without a single link or box has no stop: there the leap itself is all.
_SKIPPED_TO = """target => {
  const text = document.querySelector(target), at = document.activeElement;
  const follows = one => text.contains(one) || Boolean(
    text.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const hasStops = [...document.querySelectorAll(stops)].some(follows);
  return hasStops ? follows(at) : location.hash === target;
}"""


def tab_to(locator):
    """Press Tab until the control is reached; one of them, where several match."""
    locator.first.wait_for()
    reached = "found => found.includes(document.activeElement)"
    for _ in range(200):
        locator.page.keyboard.press("Tab")
        if locator.evaluate_all(reached):
            return
    raise AssertionError(f"Tab never reaches {locator}")


def type_into(locator, text):
    tab_to(locator)
    locator.page.keyboard.press("Control+A")
    locator.page.keyboard.type(text)


def press_enter_on(locator):
    """Reach a button or link, press it, and wait for the page that it leads to."""
    tab_to(locator)
    with locator.page.expect_navigation():
        locator.page.keyboard.press("Enter")


class Stops:
    """The stops of the Tab key from where the focus is."""

    def __init__(self, page, count):
        self._found = []
        for _ in range(count):
            page.keyboard.press("Tab")
            self._found.append(page.evaluate(_STOP))

    def unseen(self) -> list[str]:
        """Boxes without an outline at any of their stops."""
        seen = {place for place, _, is_seen in self._found if is_seen}
        return [html for place, html, _ in self._found if place not in seen]

    def traps(self) -> list[str]:
        """Boxes that Tab does not leave."""
        runs = [list(run) for _, run in groupby(self._found, key=itemgetter(0))]
        return [run[0][1] for run in runs if len(run) > _STOPS_OF_A_BOX]


def skips_to_the_text(page) -> bool:
    """Whether the first stop is a link past the head, from which Tab goes on.

    A page with one form may begin in its first box, which is past the head too.
    """
    if page.evaluate("document.querySelector('main')?.matches(':focus-within')"):
        return True
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    if not (target or "").startswith("#"):
        return False
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return page.evaluate(_SKIPPED_TO, target)

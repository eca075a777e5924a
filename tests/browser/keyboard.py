"""The keys of somebody without a mouse."""

# Not seen: no outline around what has the focus, or nothing there at all.
_UNSEEN = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1
    && getComputedStyle(at).outlineStyle !== "none";
  return seen || at === document.body ? [] : [at.outerHTML.slice(0, 200)];
}"""
_PLACE = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
_SKIPPED_TO = """target => {
  const text = document.querySelector(target), at = document.activeElement;
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  return text.contains(at) || Boolean(text.compareDocumentPosition(at) & after);
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


def tab_stops(page, count) -> tuple[list[str], list[int]]:
    """What is not seen while Tab has the focus on it, and the place of every stop."""
    unseen, places = [], []
    for _ in range(count):
        page.keyboard.press("Tab")
        unseen += page.evaluate(_UNSEEN)
        places.append(page.evaluate(_PLACE))
    return unseen, places


def held(places) -> list[int]:
    """The stops that Tab does not leave."""
    return [one for one, after in zip(places, places[1:], strict=False) if one == after]


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

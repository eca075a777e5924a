"""The keys of somebody without a mouse."""


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

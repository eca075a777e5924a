"""What keeps people from using a page, whatever stands on it."""

from axe_playwright_python.sync_playwright import Axe


def check(page):
    """No barrier that axe knows, and nothing wider than the window."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    ), page.url

"""Public pages as people meet them: narrow, enlarged, without script, by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

KASHIWA = "/plans/kashiwa-chiiki-fukushi/"
PAGES = [
    "/",
    KASHIWA,
    f"{KASHIWA}policies/2/",
    f"{KASHIWA}measures/2-1/",
    f"{KASHIWA}measures/4-2/",
    f"{KASHIWA}initiatives/2-1-1/",
    f"{KASHIWA}targets/4-3/",
    f"{KASHIWA}surveys/2-2/",
    f"{KASHIWA}source-notes/",
    "/plans/kashiwa-shakyo-3/",
    "/plans/okegawa-shakyo-6/measures/1-1/",
    "/plans/kashiwa-hashira-1/",
    "/glossary/",
    "/sources/",
    "/no-such-page/",
]


@pytest.fixture
def open_page(browser, site):
    """Opens an address; collects faults that a visitor's browser would report."""
    contexts = []

    def open_at(path, *, width=360, **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="ja-JP", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(site) or page.faults.append(request.url)
            ),
        )
        page.goto(site + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_has_no_accessibility_violation(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)

    found = Axe().run(page).response["violations"]

    assert [(each["id"], len(each["nodes"])) for each in found] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_page_never_scrolls_sideways(open_page, path, width):
    page = open_page(path, width=width)

    surplus = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )

    assert surplus == 0
    assert page.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_page_reads_the_same_without_javascript(open_page, path):
    with_script = open_page(path).inner_text("main")
    without = open_page(path, java_script_enabled=False).inner_text("main")

    assert without == with_script
    assert len(without) > 30


def test_keyboard_goes_past_the_menu_to_the_text(open_page):
    page = open_page(KASHIWA)

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert skip == "本文へ進む"
    assert page.evaluate(
        "document.querySelector('main').contains(document.activeElement)"
    )


def test_links_of_the_tree_are_large_enough_for_a_finger(open_page):
    page = open_page(KASHIWA)

    heights = page.eval_on_selector_all(
        ".tree .rows a",
        "links => links.map(link => link.getBoundingClientRect().height)",
    )

    assert len(heights) > 40
    assert min(heights) >= 44


def test_closed_notes_open_without_script(open_page):
    page = open_page(f"{KASHIWA}measures/2-1/", java_script_enabled=False)
    note = page.locator("details.note").first

    note.locator("summary").click()

    assert note.get_by_text("確認したいこと").first.is_visible()


def test_a_resident_gets_from_home_to_a_goal_by_links_alone(open_page):
    page = open_page("/")

    page.get_by_role("link", name="柏市地域福祉計画", exact=True).click()
    page.get_by_role("link", name="福祉の総合相談窓口への新規相談者数").click()

    assert "1,100人／年" in page.inner_text("main")
    assert page.get_by_role("heading", level=1).inner_text().replace("\n", "") == (
        "福祉の総合相談窓口への新規相談者数"
    )

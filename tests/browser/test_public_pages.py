"""Public pages as people use them: by finger, without script, link by link."""

import pytest

KASHIWA = "/plans/kashiwa-chiiki-fukushi/"


@pytest.fixture
def open_page(browser, site):
    """Opens an address on a phone."""
    contexts = []

    def open_at(path, **options):
        context = browser.new_context(
            viewport={"width": 360, "height": 900}, locale="ja-JP", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(site + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


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

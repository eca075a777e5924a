"""A clerk answers a round by keyboard alone, in a real browser."""

from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.keyboard import Stops, tab_to, type_into

MY_FIGURES = "/staff/figures/"


@pytest.fixture(scope="module")
def office(run_beside):
    """A clerk with four figures and a review to answer; nothing is entered yet."""
    return run_beside("tests.browser.office")


@pytest.fixture
def open_page(browser, site, office):
    """Opens an address as the clerk."""
    contexts = []

    def open_at(path, *, width=1280, **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="ja-JP", **options
        )
        contexts.append(context)
        cookie = {"name": "sessionid", "value": office["session"], "url": site}
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(site + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


def row_of(page, title):
    return page.locator(".entry", has=page.get_by_role("heading", name=title))


def control(page, title, name):
    """One control of the figure with this title."""
    return row_of(page, title).locator(f"[name$='-{name}']")


CONSULTED = "福祉の総合相談窓口への新規相談者数"
MET = "伴走型相談支援による面談数"


@pytest.mark.walk("keyboard", "staff/figures/<int:pk>/")
def test_a_round_is_answered_by_keyboard_alone(open_page):
    page = open_page(MY_FIGURES)
    tab_to(page.locator("main a.btn"))
    page.keyboard.press("Enter")

    # Enter in a box saves a draft; it submits nothing.
    type_into(control(page, CONSULTED, "cell"), "９４０人")
    page.keyboard.press("Enter")
    page.get_by_text("1件を下書きに保存しました。").wait_for()
    page.get_by_text("判定は「やや遅れ」の見込みです。").wait_for()

    # The summary leads to the box that asks for more.
    tab_to(page.locator(".alert a"))
    page.keyboard.press("Enter")
    page.keyboard.type("窓口を移した。")
    type_into(control(page, MET, "cell"), "900～940")
    tab_to(page.locator("button[value=submit]"))
    page.keyboard.press("Enter")

    page.locator(".message", has_text="1件を提出しました。").wait_for()
    assert "2つの数があります" in row_of(page, MET).inner_text()
    assert "窓口を移した。" in row_of(page, CONSULTED).inner_text()

    tab_to(page.locator("button[name=withdraw]"))
    page.keyboard.press("Enter")
    page.get_by_text("提出を取り下げました。").wait_for()
    box = control(page, CONSULTED, "cell")
    assert box.input_value() == "９４０人"


def test_a_rating_is_chosen_with_the_arrow_keys(open_page, office):
    page = open_page(office["entry"])

    tab_to(page.locator("[name$='-rating']"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page.locator("button[value=draft]:not(.vh)"))
    page.keyboard.press("Enter")

    page.get_by_text("下書きに保存しました。").wait_for()
    assert page.locator("[name$='-rating']:checked").get_attribute("value") == "B"


def test_every_stop_of_the_tab_key_is_seen(open_page, office):
    page = open_page(office["entry"])

    assert Stops(page, 60).unseen() == []


# Each a new one: what is stored already would be no change.
_values = count(6501)


def in_all_states(open_page, office, **options):
    """The entry page with an error, a locked row, a question and a conflict."""
    other, page = (open_page(office["entry"], **options) for _ in range(2))
    control(other, MET, "cell").fill(str(next(_values)))
    control(other, "防犯指導員", "cell").fill("－")
    other.locator("button[value=draft]:not(.vh)").click()
    control(page, MET, "cell").fill("6,9 00")
    page.locator("button[value=draft]:not(.vh)").click()
    page.locator(".conflict").wait_for()
    return page


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_screens_are_accessible_and_fit(open_page, office, scheme, width):
    options = {"color_scheme": scheme, "width": width}
    pages = [
        open_page(MY_FIGURES, **options),
        in_all_states(open_page, office, **options),
    ]

    for page in pages:
        found = Axe().run(page).response["violations"]
        assert [(each["id"], len(each["nodes"])) for each in found] == []
        surplus = page.evaluate(
            "document.documentElement.scrollWidth"
            " - document.documentElement.clientWidth"
        )
        assert surplus == 0


def test_controls_are_large_enough_for_a_finger(open_page, office):
    page = open_page(office["entry"], width=360)

    heights = page.eval_on_selector_all(
        "main :is(input:not([type=hidden],[type=checkbox],[type=radio]), select,"
        " textarea, summary, label.check, button:not(.vh), a)",
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => one.getBoundingClientRect().height)",
    )

    assert len(heights) > 30
    assert min(heights) >= 44

"""The admin under its Content-Security-Policy: nothing that it needs is refused."""

import pytest

ROOMS = (
    *("", "plans/", "plans/plan/", "plans/glossaryterm/add/", "plans/sourcenote/"),
    *("indicators/target/", "indicators/target/add/", "indicators/observation/add/"),
    *("initiatives/initiative/", "initiatives/department/", "plans/section/add/"),
)


@pytest.fixture
def page(browser):
    with browser.new_context(locale="ja-JP") as context:
        yield context.new_page()


@pytest.fixture
def refused(page):
    """What the browser did not run or load, and faults of scripts."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda said: found.append(said.text) if said.type == "error" else None,
    )
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', event =>"
        " console.error(event.violatedDirective + ' ' + event.blockedURI))"
    )
    return found


def test_every_room_works_and_nothing_is_refused(page, site, refused):
    page.goto(f"{site}/admin/")
    page.get_by_label("ログイン名").fill("keikaku")
    page.get_by_label("パスワード").fill("keikaku-no-kanri")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    for room in ROOMS:
        answer = page.goto(f"{site}/admin/{room}")
        assert answer.status == 200, room
        assert "script-src 'self'" in answer.headers["content-security-policy"]

    page.goto(f"{site}/admin/plans/plan/")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_load_state()
    # Scripts of the admin add a row where it may have more.
    for link in page.locator(".add-row a:visible").all():
        link.click()
    assert page.locator("#content form").count() == 1
    assert refused == []


def test_an_inline_script_would_be_refused(page, site, refused):
    page.goto(f"{site}/admin/")

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {text: 'window.ran = true'}))"
    )

    assert page.evaluate("window.ran") is None
    assert any("script-src" in said or "default-src" in said for said in refused)

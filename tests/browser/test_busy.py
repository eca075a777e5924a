"""The database is locked while somebody saves: the page says so, nothing is lost."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

SIZES = {"phone": (360, 800), "desk": (1280, 900)}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def person(browser, site, request):
    """Somebody who has typed a new person's name into the form."""
    width, height = request.param
    size = {"width": width, "height": height}
    with browser.new_context(viewport=size, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(f"{site}/staff/people/new/")
        page.get_by_label("ログイン名").fill("keikaku")
        page.get_by_label("パスワード").fill("keikaku-no-kanri")
        page.get_by_role("button", name="ログイン").click()
        page.get_by_label("ログイン名").fill(f"busy{width}")
        page.get_by_label("氏名").fill("見本 待子")
        page.get_by_label("閲覧：").check()
        yield page


@contextmanager
def locked(site_env):
    path = site_env["DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def press(page):
    with page.expect_navigation() as answered:
        page.get_by_role("button", name="登録する").click()
    return answered.value


def test_what_was_typed_is_stored_once_the_page_is_loaded_again(person, site_env):
    with locked(site_env):
        refused = press(person)

    words = person.locator("main").inner_text()
    assert refused.status == 503
    assert "送られた内容を保存できませんでした" in words
    found = Axe().run(person)
    assert found.violations_count == 0, found.generate_report()
    person.reload()
    assert "見本 待子" in person.locator("main").inner_text()
    assert person.url.endswith("/link/") or "people" in person.url


def test_what_was_typed_is_still_there_one_page_back(person, site_env):
    with locked(site_env):
        press(person)

    person.go_back()

    assert person.get_by_label("氏名").input_value() == "見本 待子"
    assert person.get_by_label("閲覧：").is_checked()

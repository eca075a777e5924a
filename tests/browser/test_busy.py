"""The database is locked while somebody saves: the page says so, nothing is lost."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

SIZES = ((360, 800), (1280, 900))


@pytest.fixture
def person(browser, site):
    """Somebody who logs in and fills in the form of a new person."""
    with browser.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(f"{site}/staff/people/new/")
        page.get_by_label("ログイン名").fill("keikaku")
        page.get_by_label("パスワード").fill("keikaku-no-kanri")
        page.get_by_role("button", name="ログイン").click()
        page.get_by_label("ログイン名").fill("machiko")
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


@pytest.mark.long
def test_what_was_typed_is_one_page_back_or_sent_by_loading_again(person, site_env):
    with locked(site_env):
        refused = press(person)
        person.go_back()
        typed = person.get_by_label("氏名").input_value()
        press(person)

    assert refused.status == 503
    assert typed == "見本 待子"
    check(person)
    person.reload()
    assert "見本 待子" in person.locator("h1").inner_text()


def check(page):
    assert "送られた内容を保存できませんでした" in page.locator("main").inner_text()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

"""A 管理者's first day in a real browser: log in, register somebody, pass a link."""

import pytest

from tests.browser.barriers import check

SIZES = {"phone": (360, 800), "desk": (1280, 900)}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def page(browser, request):
    width, height = request.param
    size = {"width": width, "height": height}
    with browser.new_context(viewport=size, locale="ja-JP") as context:
        yield context.new_page()


def log_in(page, site):
    page.goto(f"{site}/staff/people/")
    check(page)
    page.get_by_label("ログイン名").focus()
    page.keyboard.type("keikaku")
    page.keyboard.press("Tab")
    page.keyboard.type("keikaku-no-kanri")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page, role, name):
    with page.expect_navigation():
        page.get_by_role(role, name=name).press("Enter")


@pytest.mark.long
def test_somebody_is_registered_by_keyboard_and_gets_a_link(page, site):
    login = f"f{page.viewport_size['width']}"
    log_in(page, site)
    check(page)

    page.goto(f"{site}/staff/people/new/")
    page.get_by_label("ログイン名").focus()
    for text in (login, "見本 花子", "hanako@example.jp"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    press(page, "button", "登録する")
    check(page)
    page.get_by_role("link", name="役割：役割を1つ以上選んでください。").press("Enter")
    page.get_by_label("閲覧：").press("Space")
    press(page, "button", "登録する")
    check(page)
    press(page, "button", "リンクを作る")

    link = page.get_by_label("見本 花子さんに渡すリンク").input_value()
    check(page)
    assert link.startswith(f"{site}/staff/password/set/")
    for way in ("登録内容", "異動", "利用の停止", "変更の記録"):
        press(page, "link", way)
        check(page)


def test_the_upload_page_has_no_barrier(page, site):
    log_in(page, site)

    page.goto(f"{site}/staff/people/upload/")
    check(page)
    page.get_by_label("ExcelかCSVのファイル").set_input_files(
        {
            "name": "people.csv",
            "mimeType": "text/csv",
            "buffer": "ログイン名,氏名,役割\nf900,太郎,王様\n".encode(),
        }
    )
    press(page, "button", "内容を確かめる")

    check(page)
    assert "2行目「役割」：「王様」という役割はありません。" in page.inner_text(
        ".alert"
    )

"""A second city's first day in a real browser: from a blank file to a public plan."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.welfare_plan.new_plans.workbooks import changed, filled

SIZES = {"phone": (360, 800), "desk": (1280, 900)}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def page(browser, request):
    width, height = request.param
    size = {"width": width, "height": height}
    with browser.new_context(viewport=size, locale="ja-JP") as context:
        yield context.new_page()


def check(page):
    """No barrier that axe knows, and nothing wider than the window."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    ), page.url


def press(page, role, name):
    with page.expect_navigation():
        page.get_by_role(role, name=name).press("Enter")
    check(page)


def choose(page, content):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "計画.xlsx", "mimeType": kind, "buffer": content}
    page.get_by_label("書いたひな形").set_input_files(file)
    press(page, "button", "内容を確かめる")


@pytest.mark.long
def test_a_template_is_filled_in_mended_confirmed_and_published(page, site):
    slug = f"tonari-{page.viewport_size['width']}"
    name = f"第4期 隣市地域福祉計画{page.viewport_size['width']}"
    plan = changed("計画", **{"アドレス用の名前": slug, "計画の名称": name})
    page.goto(f"{site}/staff/plans/")
    page.get_by_label("ログイン名").fill("keikaku")
    page.get_by_label("パスワード").fill("keikaku-no-kanri")
    press(page, "button", "ログイン")

    press(page, "link", "新しい計画をファイルから作る")
    with page.expect_download() as download:
        page.get_by_role("link", name="ひな形（Excel）").click()
    blank = download.value.path().read_bytes()
    choose(page, filled(blank, **plan, **changed("取組目標", 目標年度="14年度")))
    assert "シート「取組目標」2行目「目標年度」" in page.inner_text(".alert")
    assert page.get_by_role("button", name="確定").count() == 0

    press(page, "link", "直したファイルを選ぶ")
    choose(page, filled(blank, **plan))
    press(page, "button", "この内容で計画を作る（確定）")
    assert page.request.get(f"{site}/plans/{slug}/").status == 404
    press(page, "link", "公開へ進む")
    press(page, "button", "公開する")
    page.get_by_role("main").get_by_role("link", name="公開ページを見る").click()
    check(page)

    assert page.get_by_role("heading", level=1).inner_text() == name
    shown = page.inner_text("main")
    assert "見守り活動への支援" in shown
    assert "1,100人／年（令和14年度）" in shown

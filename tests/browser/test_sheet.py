"""From the downloaded sheet to the public dashboard, in a real browser."""

from pathlib import Path

import pytest

from tests.browser.sheet_habits import filled_in, mended

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def office(run_beside):
    return run_beside("tests.browser.sheet_office")


@pytest.fixture
def page_of(browser, site, office):
    """A page of its own for each person; nobody for a visitor."""
    contexts = []

    def open_for(person=None):
        context = browser.new_context(locale="ja-JP", base_url=site)
        contexts.append(context)
        if person:
            cookie = {"name": "sessionid", "value": office[person], "url": site}
            context.add_cookies([cookie])
        return context.new_page()

    yield open_for
    for context in contexts:
        context.close()


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def take_in(page, content):
    page.set_input_files(
        "#file", {"name": "R6調査票.xlsx", "mimeType": XLSX, "buffer": content}
    )
    press(page, "内容を確かめる")
    return page.inner_text("main")


def test_a_sheet_filled_in_as_offices_do_ends_on_the_dashboard(page_of, office):
    visitor, clerk, planner = page_of(), page_of("clerk"), page_of("planner")
    visitor.goto(office["dashboard"])
    before = visitor.inner_text("main")
    clerk.goto(office["sheet"])
    with clerk.expect_download() as download:
        clerk.get_by_role("link", name="Excelのシート").click()

    typed = filled_in(Path(download.value.path()).read_bytes())
    refused = take_in(clerk, typed)
    assert "該当なし" in refused
    assert "「合計」は、この照会のコードにありません" in refused
    assert "「係のメモ」の列は、読み取らない列なので取り込みません" in refused
    assert clerk.get_by_role("button", name="確定").count() == 0

    clerk.goto(office["sheet"])
    accepted = take_in(clerk, mended(typed))
    assert "（なし） → 6,400回" in accepted
    press(clerk, "確定して提出する")
    assert "4件を提出しました。" in clerk.inner_text("body")

    planner.goto("/staff/approvals/")
    publish_all(planner)
    visitor.goto(office["dashboard"])
    after = visitor.inner_text("main")
    assert "41メニュー" in after
    assert "41メニュー" not in before


def publish_all(planner):
    for act in ("承認", "公開"):
        planner.get_by_role("link", name="このページのすべてに印を付ける").click()
        press(planner, f"印を付けたものを{act}する")
        planner.goto("/staff/approvals/?kind=figure&state=approved")

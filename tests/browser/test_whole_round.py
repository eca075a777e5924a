"""A whole collection round in real browsers: asked, answered, approved, made public."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plans.fiscal_year import era_text
from tests.browser import town
from tests.browser.mailbox import link_in, mails_to
from tests.browser.round_people import Clerk, Planner, Visitor
from tests.browser.town import COURSE, SHOPS, VISITORS

PHONE = {"width": 360, "height": 800}
TARGET = f"/plans/{town.PLAN}/targets/1-1/"
DASHBOARD = f"/plans/{town.PLAN}/dashboard/"


@pytest.fixture
def year(run_beside):
    """令和7年度, or the year that ended last when the test runs."""
    return era_text(run_beside("tests.browser.town")["year"])


@pytest.fixture
def meet(browser):
    """Gives somebody a browser of their own."""
    contexts = []

    def met(somebody):
        contexts.append(browser.new_context(viewport=PHONE, locale="ja-JP"))
        return somebody(contexts[-1].new_page())

    yield met
    for context in contexts:
        context.close()


def test_whole(meet, site, year, mail_folder):
    planner, clerk, visitor = meet(Planner), meet(Clerk), meet(Visitor)
    planner.opens(f"{site}/staff/")
    planner.logs_in()
    planner.opens_a_round(timezone.localdate() + timedelta(days=30))
    print(planner.page.inner_text("body"))
    planner.clicks("button", "この内容で照会を開く")
    print(planner.page.inner_text("body"))
    planner.clicks("button", "提出していない課すべてに催促する")
    print(planner.page.inner_text("body"))
    (mail,) = mails_to(town.CLERK, mail_folder)
    print(mail)
    clerk.follows(link_in(mail))
    clerk.logs_in()
    print(clerk.page.inner_text("body"))
    clerk.presses("link", "入力する")
    box = f"{year}の実績"
    clerk.types(VISITORS, box, "１，０００人")
    clerk.types(COURSE, box, "集計中")
    clerk.presses("button", "下書きに保存する")
    print(clerk.page.inner_text("body"))
    clerk.presses("button", "ログアウト")
    print(clerk.page.inner_text("body"))

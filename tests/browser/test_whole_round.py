"""A whole collection round in real browsers: asked, answered, approved, made public."""

import pytest

from plans.fiscal_year import era_text
from tests.browser import town
from tests.browser.mailbox import Mailbox
from tests.browser.round_people import Clerk, Planner, Visitor
from tests.browser.round_steps import (
    REASON,
    REMARK,
    approves_and_publishes,
    enters_half,
    finds_it_again_and_submits,
    mends_it,
    opens_the_round,
    returns_one,
)
from tests.browser.town import SHOPS, VISITORS

PHONE = {"width": 360, "height": 800}


@pytest.fixture
def year(run_beside):
    """令和7年度, or the year that was over when the test ran."""
    return era_text(run_beside("tests.browser.town")["year"])


@pytest.fixture
def new_page(browser):
    """Opens a browser of its own, as narrow as a phone."""
    contexts = []

    def opened():
        contexts.append(browser.new_context(viewport=PHONE, locale="ja-JP"))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def planner(new_page, mail_folder):
    return Planner(new_page(), Mailbox(mail_folder, town.PLANNER))


@pytest.fixture
def clerk(new_page, mail_folder):
    return Clerk(new_page(), Mailbox(mail_folder, town.CLERK))


@pytest.fixture
def visitor(new_page, site, year):
    """Somebody who has read the dashboard and now reads the page of a target."""
    visitor = Visitor(new_page())
    visitor.page.goto(f"{site}/plans/{town.PLAN}/dashboard/")
    visitor.sees("実績の公表はこれからです。")
    visitor.page.get_by_role("link", name=VISITORS).click()
    visitor.sees(f"{year}の実績は、まだこのサイトに登録されていません。")
    return visitor


@pytest.mark.long
def test_a_round_goes_from_the_question_to_the_public_page(
    planner, clerk, visitor, year, site
):
    planner.opens(f"{site}/staff/")
    planner.logs_in()
    opens_the_round(planner, year)
    enters_half(clerk, year)
    finds_it_again_and_submits(clerk)
    returns_one(planner, year)
    mends_it(clerk, year)
    approves_and_publishes(planner, visitor, year)

    visitor.page.reload()
    shows_the_figure_and_its_sum(visitor, year)
    visitor.page.get_by_role("link", name="この計画の目標の進み具合").click()
    shows_where_the_plan_stands(visitor, year)
    visitor.page.get_by_role("link", name=SHOPS).last.click()
    visitor.sees("担当課の説明", REASON)
    visitor.sees_nothing_of(REMARK)


def shows_the_figure_and_its_sum(visitor, year):
    visitor.sees(
        f"○ 順調 {year}の目安960人に対し実績1,000人（40人上回る）。",
        f"{year}の実績（確定） 1,000人／年",
        "（1,000 − 904）÷（1,100 − 904）＝ 49.0%",
        f"{year}の実績を公表：1,000人／年",
    )


def shows_where_the_plan_stands(visitor, year):
    visitor.sees(
        year,
        "判定できた2件の目標のうち、1件が順調、1件が順調の範囲に届いていません。",
        "見守りに協力する店の数 △ やや遅れ",
        f"{year}の目安70店に対し実績64店（6店下回る）。",
        f"{year}の実績は、集計中です。",
    )

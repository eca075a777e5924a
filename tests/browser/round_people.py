"""The people of a collection round at their browsers: a planner, a clerk, a visitor."""

from playwright.sync_api import expect

from tests.browser import town
from tests.browser.barriers import check
from tests.browser.keyboard import press_enter_on, tab_to, type_into


class _Reader:
    """Somebody with a page of their own, who sees what it says."""

    def __init__(self, page):
        self.page = page

    def sees(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text, use_inner_text=True)

    def sees_not(self, text):
        expect(self.page.locator("body")).not_to_contain_text(text, use_inner_text=True)


class Planner(_Reader):
    """計画担当, with a mouse."""

    def opens(self, address):
        self.page.goto(address)
        check(self.page)

    def clicks(self, role, name):
        # The first screen has its links twice: in the menu, and on cards.
        self._click(self.page.get_by_role(role, name=name, exact=True).first)

    def logs_in(self):
        self.page.get_by_label("ログイン名").fill(town.PLANNER)
        self.page.get_by_label("パスワード").fill(town.PASSWORD)
        self.clicks("button", "ログインする")

    def opens_a_round(self, due_on):
        self.clicks("link", "照会")
        self.clicks("link", "新しい照会を開く")
        self.page.get_by_label("発行者").select_option(town.TOWN)
        self.page.get_by_label("しめ切り").fill(due_on.isoformat())
        self.page.get_by_label("担当課へのお知らせ").fill("ご協力をお願いします。")
        self.clicks("button", "聞くことを確かめる")

    def lists_answers_of_the_department(self, tab):
        """Only those: other departments may have handed in theirs."""
        self.clicks("link", tab)
        self.page.get_by_label("担当課").select_option(town.DEPARTMENT)
        self.clicks("button", "この条件で見る")

    def gives_back(self, title, remark):
        answer = self.answer(title)
        answer.locator("summary").click()
        answer.get_by_label("差し戻す理由").fill(remark)
        self._click(answer.get_by_role("button", name="この理由で差し戻す"))

    def answer(self, title):
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".work", has=heading)

    def does_to_all(self, button):
        self.clicks("link", "このページのすべてに印を付ける")
        self.clicks("button", button)

    def _click(self, locator):
        with self.page.expect_navigation():
            locator.click()
        check(self.page)


class Clerk(_Reader):
    """担当課, who has no mouse: a link from a mail, and then the keys alone."""

    def follows(self, link):
        self.page.goto(link)
        check(self.page)

    def presses(self, role, name):
        press_enter_on(self.page.get_by_role(role, name=name))
        check(self.page)

    def logs_in(self):
        type_into(self.page.get_by_label("ログイン名"), town.CLERK)
        type_into(self.page.get_by_label("パスワード"), town.PASSWORD)
        self.presses("button", "ログインする")

    def types(self, title, label, text):
        type_into(self.card(title).get_by_label(label), text)

    def follows_the_summary_to(self, title, text):
        """Leads into the box that the summary names; the text is typed there."""
        links = self.page.locator(".alert").get_by_role("link")
        tab_to(links.filter(has_text=title))
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text)

    def card(self, title):
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".entry", has=heading)

    def has_typed(self, title, label, text):
        expect(self.card(title).get_by_label(label)).to_have_value(text)


class Visitor(_Reader):
    """Anybody, without a login, on a page that was open before."""

    def asks_again(self):
        self.page.reload()

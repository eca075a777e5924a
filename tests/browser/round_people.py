"""The people of a collection round at their browsers: a planner, a clerk, a visitor."""

from playwright.sync_api import expect

from tests.browser import town
from tests.browser.barriers import check
from tests.browser.keyboard import press_enter_on, tab_to, type_into
from tests.browser.mailbox import link_in, subject_of


class Visitor:
    """Anybody, without a login."""

    def __init__(self, page):
        self.page = page

    def sees(self, *texts):
        for text in texts:
            self._body.to_contain_text(text, use_inner_text=True)

    def sees_nothing_of(self, text):
        self._body.not_to_contain_text(text, use_inner_text=True)

    @property
    def _body(self):
        return expect(self.page.locator("body"))


class _Staff(Visitor):
    """Somebody who gets mails, and whose every page is looked at for barriers."""

    def __init__(self, page, mailbox):
        super().__init__(page)
        self._mailbox = mailbox

    def opens(self, address):
        self.page.goto(address)
        check(self.page)

    def follows_mail(self, *subjects):
        """These mails came since the last look; the link in the last one leads on."""
        mails = self._mailbox.new_mails()
        came = [subject_of(mail) for mail in mails]
        assert came == list(subjects), came
        self.opens(link_in(mails[-1]))


class Planner(_Staff):
    """計画担当, with a mouse."""

    def clicks(self, role, name):
        # The first screen has its links twice: in the menu, and on cards.
        self._click(self.page.get_by_role(role, name=name, exact=True).first)

    def logs_in(self):
        self.page.get_by_label("ログイン名").fill(town.PLANNER)
        self.page.get_by_label("パスワード").fill(town.PASSWORD)
        self.clicks("button", "ログインする")

    def fills_in_a_round(self, due_on):
        self.page.get_by_label("発行者").select_option(town.TOWN)
        self.page.get_by_label("しめ切り").fill(due_on.isoformat())
        self.page.get_by_label("担当課へのお知らせ").fill("ご協力をお願いします。")

    def lists_the_answers(self, tab):
        """Those of the town's department: others may have handed in theirs."""
        self.clicks("link", tab)
        departments = self.page.get_by_label("担当課", exact=True)
        departments.select_option(town.DEPARTMENT)
        self.clicks("button", "この条件で見る")

    def gives_back(self, title, remark):
        heading = self.page.get_by_role("heading", name=title)
        answer = self.page.locator(".work", has=heading)
        answer.locator("summary").click()
        answer.get_by_label("差し戻す理由").fill(remark)
        self._click(answer.get_by_role("button", name="この理由で差し戻す"))

    def does_to_all(self, button):
        self.clicks("link", "このページのすべてに印を付ける")
        self.clicks("button", button)

    def _click(self, control):
        with self.page.expect_navigation():
            control.click()
        check(self.page)


class Clerk(_Staff):
    """担当課, with no mouse: after the link in a mail, the keys alone."""

    def presses(self, role, name):
        press_enter_on(self.page.get_by_role(role, name=name))
        check(self.page)

    def logs_in(self):
        type_into(self.page.get_by_label("ログイン名"), town.CLERK)
        type_into(self.page.get_by_label("パスワード"), town.PASSWORD)
        self.presses("button", "ログインする")

    def types(self, title, text):
        type_into(self._box(title), text)

    def answers_the_summary(self, sentence, text):
        """Its link leads into the box that it is about; the text is typed there."""
        tab_to(self.page.get_by_role("link", name=sentence))
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text)

    def finds(self, title, text):
        expect(self._box(title)).to_have_value(text)

    def _box(self, title):
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".entry", has=heading).get_by_label("年度の実績")

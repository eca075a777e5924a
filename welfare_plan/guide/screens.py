"""The screens that the guide speaks of, as links for those who may open them."""

from dataclasses import dataclass

from django.urls import reverse

from welfare_plan.staff_nav import WORKS


@dataclass(frozen=True)
class Screen:
    """What the guide calls a screen, and the permission that it asks for."""

    word: str
    permission: str = ""


SCREENS = {
    "staff-home": Screen("職員のトップ"),
    "guide": Screen("使い方"),
    "my-figures": Screen("自分の課の入力", "indicators.answer_round"),
    "round-list": Screen("照会の状況", "indicators.view_collectionround"),
    "round-new": Screen("照会を開く", "indicators.add_collectionround"),
    "approvals": Screen("承認と公開", "indicators.approve_answers"),
    "survey-entry": Screen("市民アンケート", "indicators.add_surveywave"),
    "opinion-entry": Screen("委員会の意見", "initiatives.add_committeeopinion"),
    "note-work": Screen("原典の注記", "plans.change_sourcenote"),
    "goal-plans": Screen("目標の見直し", "indicators.add_goalrevision"),
    "plan-work": Screen("計画", "plans.add_plan"),
    "people": Screen("職員の一覧", "auth.view_user"),
    "data-conflicts": Screen("確かめること", "indicators.approve_answers"),
    "how-we-judge": Screen("判定の見方"),
    "home": Screen("公開ページ"),
    "admin:index": Screen("管理画面"),
}


def screen_link(url_name: str, person) -> dict:
    """The word, and the address of a screen that exists and the person may open."""
    screen = SCREENS[url_name]
    return {
        "word": screen.word,
        "url": reverse(url_name) if _may_open(url_name, person) else "",
    }


def _may_open(url_name, person):
    if url_name == "admin:index":
        return person.is_staff
    own = {work.url_name: work.permission for work in WORKS}
    permission = own.get(url_name, SCREENS[url_name].permission)
    return not permission or person.has_perm(permission)

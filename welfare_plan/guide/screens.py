"""The screens that the guide speaks of, as links for those who may open them."""

from dataclasses import dataclass

from django.urls import reverse

from welfare_plan.staff_nav import WORKS


@dataclass(frozen=True)
class Screen:
    """What the guide calls a screen, and the permission that it asks for."""

    word: str
    permission: str = ""


# Those of the menu have the menu's words; the others are reached from one of them.
SCREENS = {
    **{work.url_name: Screen(work.word, work.permission) for work in WORKS},
    "staff-home": Screen("職員のトップ"),
    "round-new": Screen("新しい照会を開く", "indicators.add_collectionround"),
    "how-we-judge": Screen("判定の見方"),
    "home": Screen("公開ページ"),
    "admin:index": Screen("管理画面"),
}


def screen_link(url_name: str, person) -> dict:
    """The word, and the address of a screen that exists and the person may open."""
    return {
        "word": SCREENS[url_name].word,
        "url": reverse(url_name) if _may_open(url_name, person) else "",
    }


def _may_open(url_name, person):
    if url_name == "admin:index":
        return person.is_staff
    permission = SCREENS[url_name].permission
    return not permission or person.has_perm(permission)

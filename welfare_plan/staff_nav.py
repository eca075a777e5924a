"""The staff's pages by role: the menu of every page, and the cards of the first one."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Work:
    """One screen: its name in the menu, what it is for, and who may open it.

    A screen without a permission is for everybody who is logged in.
    """

    url_name: str
    word: str
    text: str
    permission: str


# In the order of a year: asked for, entered, approved; then what goes on beside it.
WORKS: tuple[Work, ...] = (
    Work(
        "survey-entry",
        "市民アンケート",
        "調査の結果を入力し、判定を確かめて公開します。",
        "indicators.add_surveywave",
    ),
    Work(
        "opinion-entry",
        "委員会の意見",
        "方針ごとの意見を入力して公開します。",
        "initiatives.add_committeeopinion",
    ),
    Work(
        "note-work",
        "原典の注記",
        "原典の誤記や不明な点を確かめ、直します。",
        "plans.change_sourcenote",
    ),
    Work("guide", "使い方", "役割ごとの仕事の進め方を説明します。", ""),
)


def works_of(person) -> list[dict]:
    """The screens that a person may open."""
    return [
        {"url": reverse(work.url_name), "title": work.word, "text": work.text}
        for work in WORKS
        if not work.permission or person.has_perm(work.permission)
    ]


def staff_nav(request) -> dict:
    """A context processor: the menu of the staff's pages; empty on public ones."""
    if not request.path.startswith("/staff/"):
        return {}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "staff_nav": [
            {
                "url": work["url"],
                "word": work["title"],
                "is_here": request.path.startswith(work["url"]),
            }
            for work in works_of(user)
        ]
    }

"""The staff's pages by role: the menu of every page, and the cards of the first one."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Work:
    """One screen: its name in the menu, what it is for, and who may open it."""

    url_name: str
    word: str
    text: str
    permission: str


# In the order of a year: asked for, entered, approved; then what goes on beside it.
WORKS: tuple[Work, ...] = (
    Work(
        "round-list",
        "照会",
        "年度の実績と評価を担当課に聞き、集まり具合を見ます。",
        "indicators.view_collectionround",
    ),
    Work(
        "my-figures",
        "わたしの担当",
        "照会に答えます。実績と評価を入力して、提出します。",
        "indicators.answer_round",
    ),
    Work(
        "approvals",
        "承認と公開",
        "提出された実績と評価を確かめ、承認・差戻し・公開をします。",
        "indicators.approve_answers",
    ),
    Work(
        "data-conflicts",
        "確かめること",
        "基準値・向き・単位が食い違っている取組目標を直します。",
        "indicators.approve_answers",
    ),
)


def works_of(person) -> list[dict]:
    """The screens that a person may open."""
    return [
        {"url": reverse(work.url_name), "title": work.word, "text": work.text}
        for work in WORKS
        if person.has_perm(work.permission)
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

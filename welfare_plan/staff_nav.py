"""The staff's pages by role: the menu of every page, and the cards of the first one."""

from dataclasses import dataclass

from django.urls import reverse

from plans.person_names import person_name
from welfare_plan.version import VERSION


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
        "plan-work",
        "計画",
        "新しい計画をファイルから作り、公開し、次の期へ引き継ぎます。",
        "plans.add_plan",
    ),
    Work(
        "goal-plans",
        "目標の見直し",
        "中間見直しで決まった新しい目標を入力し、判定の変わり方を確かめます。",
        "indicators.add_goalrevision",
    ),
    Work(
        "note-work",
        "原典の注記",
        "原典の誤記や不明な点を確かめ、直します。",
        "plans.change_sourcenote",
    ),
    Work(
        "staff-changes",
        "変更の履歴",
        "だれが、いつ、何を、なぜ変えたかを調べます。",
        "indicators.see_unpublished",
    ),
    Work(
        "people",
        "職員",
        "職員の登録、異動、停止、パスワードのリンクを扱います。",
        "auth.view_user",
    ),
    Work(
        "access-log",
        "利用の記録",
        "ログイン、ログインの失敗、ファイルの取り出しを調べます。",
        "sign_in.view_accessevent",
    ),
    Work("guide", "使い方", "役割ごとの仕事の進め方を説明します。", ""),
)


# What other addresses put on a request that they answer with a screen of the staff.
_IS_SCREEN = "is_staff_screen"


def works_of(person) -> list[dict]:
    """The screens that a person may open."""
    return [
        {
            "url_name": work.url_name,
            "url": reverse(work.url_name),
            "title": work.word,
            "text": work.text,
        }
        for work in WORKS
        if not work.permission or person.has_perm(work.permission)
    ]


def staff_nav(request) -> dict:
    """A context processor: the staff's menu and name; empty on public pages."""
    if not (request.path.startswith("/staff/") or hasattr(request, _IS_SCREEN)):
        return {}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "staff_name": person_name(user),
        "site_version": VERSION,
        "staff_nav": [
            {
                "url": work["url"],
                "word": work["title"],
                "is_here": request.path.startswith(work["url"]),
            }
            for work in works_of(user)
        ],
    }

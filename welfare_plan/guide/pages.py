"""The pages of the guide as ready texts."""

from django.urls import reverse

from initiatives.models import AnswerState
from welfare_plan.guide.screens import screen_link
from welfare_plan.guide.steps import GUIDES
from welfare_plan.guide.typing_examples import example_rows

STATE_MEANINGS = {
    AnswerState.DRAFT: (
        "入力の途中です。同じ課の人と計画担当が見られます。",
        "担当課が、続きを入力して提出します。",
    ),
    AnswerState.SUBMITTED: (
        "担当課が提出し、確認を待っています。",
        "計画担当が、承認するか差し戻します。",
    ),
    AnswerState.RETURNED: (
        "計画担当が、理由を書いて戻しました。",
        "担当課が、直してもう一度提出します。",
    ),
    AnswerState.APPROVED: (
        "内容が認められました。まだ公開されていません。",
        "計画担当が公開します。",
    ),
    AnswerState.PUBLISHED: (
        "公開ページに出ています。",
        "誤りがあれば、理由を書いて直し、もう一度提出します。",
    ),
}
_PUBLIC = (
    "公開した実績と、その単位・年度",
    "判定と、その理由の文",
    "備考と、担当課の書いた理由",
    "担当課の名前",
    "公開したあとに直した内容と、直した理由",
)
_NOT_PUBLIC = (
    "下書き、提出済み、差戻し、承認済みの内容",
    "差戻しの理由",
    "もとになった資料のファイルとリンク",
    "入力した人や承認した人の名前",
)


def guide_index(person) -> dict:
    """All guides; those of the person's own roles are marked and come first."""
    own = set(person.groups.values_list("name", flat=True))
    rows = [
        {
            "role": guide.role,
            "summary": guide.summary,
            "url": reverse("guide-role", args=[slug]),
            "is_own": guide.role in own,
        }
        for slug, guide in GUIDES.items()
    ]
    return {"guides": sorted(rows, key=lambda row: not row["is_own"])}


def role_page(slug: str, person) -> dict:
    guide = GUIDES[slug]
    return {
        "role": guide.role,
        "summary": guide.summary,
        "steps": [
            {
                "heading": step.heading,
                "sentences": step.sentences,
                "screens": [screen_link(name, person) for name in step.screens],
            }
            for step in guide.steps
        ],
        "states": _states() if "states" in guide.parts else [],
        "examples": example_rows() if "typing" in guide.parts else [],
        "public": _PUBLIC if "public" in guide.parts else (),
        "not_public": _NOT_PUBLIC if "public" in guide.parts else (),
    }


def _states():
    return [
        {"state": state.label, "meaning": meaning, "next": what_next}
        for state, (meaning, what_next) in STATE_MEANINGS.items()
    ]

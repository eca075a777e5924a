"""What the entry screens say of rounds, states and days, as ready strings."""

from datetime import date

from indicators.entry.answers import kind_of
from indicators.models import CollectionRound, RoundItem
from indicators.rounds.standing import MISSING, STATES
from indicators.rounds.words import due_text
from plans.fiscal_year import day_text, era_text
from plans.presenters import plan_name

# Looks of a state's tag; the word always says the same.
_TAGS = {"returned": "tag-err", "submitted": "tag-done", "approved": "tag-done"}
_TAGS["published"] = "tag-done"

_LABELS = {
    "target": "target_label",
    "initiative": "level3_label",
    "measure": "level2_label",
    "policy": "level1_label",
}


def tag_of(state: str) -> dict:
    return {"word": STATES[state], "css": _TAGS.get(state, "")}


def why_read_only(round_: CollectionRound, today: date) -> str:
    """Why nothing can be entered in a round today; empty where it can."""
    name = f"{era_text(round_.fiscal_year)}の照会"
    if round_.closed_at:
        return (
            f"{name}は終わりました。入力はできません。"
            "直したいところがあるときは、計画担当に知らせてください。"
        )
    if round_.opens_on > today:
        return f"{name}は、{day_text(round_.opens_on)}から入力できます。"
    return ""


def where_it_goes(mails: int) -> str:
    """What happens with answers that were handed in; `mails` of them went out."""
    told = (
        "計画担当にメールで知らせました。"
        if mails
        else "計画担当の「承認と公開」の画面に出ています。"
    )
    return f"{told}承認されたあとに公開されます。"


def due_words(due_on: date, today: date) -> str:
    """しめ切りは令和8年5月31日です。あと12日です。"""
    late = "いまからでも提出できます。" if today > due_on else ""
    return f"しめ切りは{day_text(due_on)}です。{due_text(due_on, today)}。{late}"


def subject_words(item: RoundItem) -> dict:
    """What an item asks about: its plan, its kind with the code, its name."""
    kind, subject = kind_of(item), item.subject
    plan = subject.plan
    label = f"{getattr(plan, _LABELS[kind])} {subject.code}"
    return {
        "plan": plan_name(plan),
        "label": label,
        "title": subject.title,
        "scope_note": getattr(subject, "scope_note", ""),
    }


def name_of(item: RoundItem) -> str:
    """取組目標 2-1「…」, short enough for a list of several."""
    words = subject_words(item)
    title = words["title"]
    shown = title if len(title) <= 30 else f"{title[:30]}…"
    return f"{words['label']}「{shown}」"


def counts_text(counts) -> str:
    """未入力2件、下書き1件, in the order of the way that an answer goes."""
    return "、".join(f"{STATES[s]}{counts[s]}件" for s in STATES if counts[s])


def state_of(answer) -> str:
    return answer.state if answer is not None else MISSING

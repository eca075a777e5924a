"""The pages of an upload: how a file is written, and what it would do."""

from django.urls import reverse

from welfare_plan.people.file_plan import (
    CHANGED,
    NEW,
    UNCHANGED,
    WRONG,
    PlannedRow,
)
from welfare_plan.people.person_pages import crumbs_to
from welfare_plan.roles import ROLES

_TITLE = "ファイルでまとめて変える"
_COLUMNS = (
    ("ログイン名", "必ず書きます。登録のない名前は、新しい人として登録します。"),
    ("氏名", "新しい人では必ず書きます。"),
    ("メール", "なくすときは「なし」と書きます。"),
    ("役割", f"{'、'.join(ROLES)}。2つ以上は「、」で区切ります。"),
    ("所属", "課の名称。2つ以上は「、」で区切ります。異動では新しい所属を書きます。"),
    ("利用", "利用中か停止中。新しい人の空欄は利用中になります。"),
)


def columns_page(errors: list[dict]) -> dict:
    return {
        "crumbs": crumbs_to(_TITLE),
        "errors": errors,
        "columns": [{"name": name, "text": text} for name, text in _COLUMNS],
    }


def preview_page(plan: list[PlannedRow], refusal: str) -> dict:
    counts = {
        kind: sum(row.kind == kind for row in plan)
        for kind in (NEW, CHANGED, UNCHANGED, WRONG)
    }
    wrong = [sentence for row in plan if row.kind == WRONG for sentence in row.said]
    texts = ([refusal] if refusal else []) + wrong
    return {
        "crumbs": [
            *crumbs_to(_TITLE)[:-1],
            {"label": _TITLE, "url": reverse("people-upload")},
            {"label": "内容を確かめる", "url": None},
        ],
        "errors": [{"text": text, "href": ""} for text in texts],
        "counts": [{"kind": kind, "count": f"{n}人"} for kind, n in counts.items()],
        "can_store": not wrong and counts[NEW] + counts[CHANGED] > 0,
        "is_idle": not wrong and counts[NEW] + counts[CHANGED] == 0,
        "rows": [
            {
                "number": row.number,
                "login": row.login or "（空欄）",
                "kind": row.kind,
                "tag": {WRONG: "tag-err", UNCHANGED: ""}.get(row.kind, "tag-done"),
                "said": row.said,
            }
            for row in plan
        ],
    }

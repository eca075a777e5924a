"""The kinds of records that are found, in the order in which they serve residents."""

from plans.models import Plan

# What a filter calls them, whatever word each plan has for its levels.
KINDS = {
    "plan": "計画",
    "measure": "施策",
    "initiative": "取組",
    "window": "相談窓口",
    "policy": "方針",
    "target": "目標",
    "action": "行動・呼びかけ",
    "activity": "具体的な取組",
    "survey": "評価項目（市民アンケート）",
    "department": "担当課",
    "section": "計画の本文",
    "term": "用語",
    "voice": "インタビュー",
    "note": "原典の表記",
}

_OWN_WORDS = {
    "policy": "level1_label",
    "measure": "level2_label",
    "initiative": "level3_label",
    "activity": "activity_label",
    "target": "target_label",
}


def own_word(kind: str, plan: Plan) -> str:
    """重点目標: the plan's own word for a kind of record."""
    return getattr(plan, _OWN_WORDS[kind]) if kind in _OWN_WORDS else KINDS[kind]


def word_with_kind(kind: str, plan: Plan) -> str:
    """内容（具体的な取組）: the plan's word, and ours where that says nothing of it."""
    own, common = own_word(kind, plan), KINDS[kind]
    return own if common in own else f"{own}（{common}）"

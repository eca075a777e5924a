"""The words and signs that stand in a cell instead of a number."""

import re

# The first word of each state is its label; all mean the state by themselves.
WORDS = {
    "collecting": ("集計中", "精査中", "確認中", "未集計"),
    "not_implemented": ("未実施", "中止"),
    "suppressed": ("秘匿", "非公表", "x"),
    "not_applicable": ("該当なし", "該当無し"),
    "unknown": ("不明", "不詳"),
    "undecided": ("未定", "調整中", "検討中"),
    "discontinued": ("事業終了", "終了", "廃止", "事業廃止"),
    "no_baseline": ("基準値なし", "新規", "新規事業"),
}
LABELS = {state: words[0] for state, words in WORDS.items()}
_STATES = {word: state for state, words in WORDS.items() for word in words}

# A baseline that is not known is simply absent; a goal is a number or undecided.
ALLOWED = {
    "actual": tuple(state for state in WORDS if state != "no_baseline"),
    "baseline": ("no_baseline",),
    "goal": ("undecided",),
}

DASHES = "-‐‑‒–—―−─━ー"
_NOTHING = {"なし", "無し", "ナシ", "無", "n/a", "実績なし", "実績無し"}
_CIRCLES = "○〇◯●"
_COUNTERS = ("件", "人", "名", "回", "か所", "箇所", "団体", "%")
_LONE_DASH = re.compile(f"[{DASHES}]+")
_LONE_CIRCLE = re.compile(f"[{_CIRCLES}]")
_COUNTED_CIRCLE = re.compile(f"(?:約|延べ)?[{_CIRCLES}]")
_PLACEHOLDER = re.compile(
    f"(?:約|延べ)?(?:[{_CIRCLES}][{_CIRCLES}.,]*[{_CIRCLES}]|x{{2,}})[^\\W\\d_]*%?"
)

# Each answer is a word that a cell may hold itself, with its label on the screen.
_ANSWERS_TO_A_DASH = {
    "actual": (
        ("該当なし", "該当なし"),
        ("集計中", "未集計（集計中）"),
        ("0", "0"),
    ),
    "baseline": (("基準値なし", "基準値なし"), ("0", "0")),
    "goal": (("未定", "未定"), ("0", "0")),
}
_ANSWERS_TO_A_CIRCLE = {
    **_ANSWERS_TO_A_DASH,
    "actual": (("未定", "未定"), ("0", "0")),
}


def _squeezed(text: str) -> str:
    """Without blanks, brackets around all of it, and a full stop: 【集 計 中】。"""
    bare = text.replace(" ", "").lower().removesuffix("。")
    found = re.fullmatch(r"[(\[【〔](.*)[)\]】〕]", bare)
    return found[1] if found else bare


def state_of(text: str, unit: str) -> str:
    """The state that a cell means by words or signs alone; empty where it is none.

    `unit` is the one of the target, without its period: ○ is asked about, ○人 is 未定.
    """
    word = _squeezed(text)
    if word in _STATES:
        return _STATES[word]
    if re.fullmatch(r"\*{3,}", word):
        return "suppressed"
    if re.fullmatch("⋯+", word):
        return "unknown"
    counted = _without_counter(word, unit)
    is_circle_with_unit = counted != word and _COUNTED_CIRCLE.fullmatch(counted)
    if is_circle_with_unit or _PLACEHOLDER.fullmatch(word):
        return "undecided"
    return ""


def question_in(text: str, kind: str, unit: str) -> tuple[tuple[str, str], ...]:
    """The possible answers to a sign that offices use in several ways, if it is one."""
    word = _squeezed(text)
    if _LONE_CIRCLE.fullmatch(word):
        return _ANSWERS_TO_A_CIRCLE[kind]
    if _LONE_DASH.fullmatch(_without_counter(word, unit)) or word in _NOTHING:
        return _ANSWERS_TO_A_DASH[kind]
    return ()


def word_within(text: str) -> str:
    """The first word for a state that stands among other text, longest first."""
    squeezed = _squeezed(text)
    words = sorted((w for w in _STATES if len(w) > 1), key=len, reverse=True)
    return next((word for word in words if word in squeezed), "")


def _without_counter(word: str, unit: str) -> str:
    counters = (unit, *_COUNTERS) if unit else _COUNTERS
    found = next((c for c in counters if word.endswith(c)), "")
    return word.removesuffix(found)

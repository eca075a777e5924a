"""Every status as word, symbol and style, and the three groups they are counted in.

Each target is in exactly one of judged, waiting and outside. Pure.
"""

from dataclasses import dataclass

from indicators.progress_values import Judgement, Status, Terms

# Best first; equal goodness stands side by side in `changes.GOODNESS`.
JUDGED = (
    Status.ACHIEVED,
    Status.MAINTAINED,
    Status.ON_TRACK,
    Status.SLIGHTLY_BEHIND,
    Status.BEHIND,
    Status.NOT_ACHIEVED,
    Status.NOT_MAINTAINED,
    Status.REGRESSED,
)
WAITING = (Status.NOT_REPORTED, Status.COLLECTING, Status.NOT_DUE)

GROUPS = {"judged": "判定済み", "waiting": "報告待ち", "outside": "判定対象外"}


@dataclass(frozen=True)
class Label:
    """The word and symbol of a status; `css` names its colour and edge."""

    word: str
    symbol: str
    css: str


LABELS = {
    Status.ACHIEVED: Label("達成", "◎", "achieved"),
    Status.MAINTAINED: Label("維持", "◎", "achieved"),
    Status.ON_TRACK: Label("順調", "○", "on"),
    Status.SLIGHTLY_BEHIND: Label("やや遅れ", "△", "slight"),
    Status.BEHIND: Label("遅れ", "×", "behind"),
    Status.NOT_ACHIEVED: Label("未達成", "×", "behind"),
    Status.NOT_MAINTAINED: Label("維持できていない", "×", "behind"),
    Status.REGRESSED: Label("後退（基準値より悪化）", "▼", "regressed"),
    Status.MONITOR: Label("推移を確認", "◇", "none"),
    Status.NO_BASELINE: Label("基準値なし", "－", "none"),
    Status.GOAL_UNDECIDED: Label("目標値未設定", "－", "none"),
    Status.GOAL_STATEMENT: Label("言葉による目標", "－", "none"),
    Status.UNIT_CHECK: Label("単位確認中", "－", "none"),
    Status.NOT_DUE: Label("報告時期前", "－", "none"),
    Status.COLLECTING: Label("集計中", "－", "none"),
    Status.NOT_REPORTED: Label("未報告", "－", "none"),
    Status.NOT_ASSESSABLE: Label("判定できません", "－", "none"),
    Status.NOT_COMPARABLE: Label("比較できません", "－", "none"),
    Status.DISCONTINUED: Label("事業終了", "－", "none"),
    Status.BASELINE_YEAR: Label("基準年度", "－", "none"),
}

# Why a target cannot be judged: the word beside 判定できません, and the sentence.
WHY_NOT_ASSESSABLE = {
    "not_implemented": ("未実施", "事業が実施されなかったため、判定できません。"),
    "suppressed": ("秘匿", "個人が分かるおそれがあり、値を公表していません。"),
    "not_applicable": ("該当なし", "この年度は対象がなかったため、判定できません。"),
    "unknown": ("不明", "値が分からないため、判定できません。"),
    "undecided": ("未定", "実績の値が決まっていないため、判定できません。"),
    "no_direction": (
        "方向未設定",
        "増えるのと減るのと、どちらが良いかが決まっていないため、判定できません。",
    ),
    "no_years": (
        "年度が未設定",
        "基準年度か目標年度が分からないため、進み方は計算できません。",
    ),
}

# The words for a row's own state where the status is another one.
STATE_WORDS = {
    "collecting": "集計中",
    **{state: words[0] for state, words in WHY_NOT_ASSESSABLE.items()},
}


def label_of(result: Judgement, terms: Terms) -> Label:
    """The label, with the words that a year or a reason adds to it."""
    label = LABELS[result.status]
    if result.status == Status.NOT_ASSESSABLE:
        word = f"{label.word}（{WHY_NOT_ASSESSABLE[result.why][0]}）"
        return Label(word, label.symbol, label.css)
    if result.status == Status.MONITOR and result.why:
        word = f"{label.word}（{STATE_WORDS[result.why]}）"
        return Label(word, label.symbol, label.css)
    if result.status == Status.BASELINE_YEAR and result.year < terms.baseline_year:
        return Label("基準年度以前", label.symbol, label.css)
    return label

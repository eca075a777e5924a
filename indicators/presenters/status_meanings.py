"""Every status with what it means, for the page that explains the judgement."""

from indicators.dashboards.standing import chip
from indicators.judgement_labels import GROUPS, JUDGED, LABELS, WAITING
from indicators.progress_values import Status
from indicators.survey_change import Change
from indicators.survey_words import LABELS as CHANGE_LABELS

MEANINGS = {
    Status.ACHIEVED: "実績が目標に届きました。目標年度より早くても達成です。",
    Status.MAINTAINED: "「保つ」目標で、実績が目標の水準を保っています。",
    Status.ON_TRACK: "実績が「順調の線」に届いています。",
    Status.SLIGHTLY_BEHIND: "「順調の線」には届かず、「やや遅れの線」に届いています。",
    Status.BEHIND: "「やや遅れの線」に届いていません。",
    Status.NOT_ACHIEVED: "目標年度になりましたが、目標に届いていません。",
    Status.NOT_MAINTAINED: "「保つ」目標で、実績が目標の水準を外れています。",
    Status.REGRESSED: "出発点の値より、決めた幅を超えて悪くなっています。",
    Status.MONITOR: "多いほど良いとは限らない数です。増減だけを示し、判定しません。",
    Status.NO_BASELINE: "出発点の値がなく、どこまで進んだかを計算できません。",
    Status.GOAL_UNDECIDED: "目標の数値が、まだ決まっていません。",
    Status.GOAL_STATEMENT: "数値ではなく、言葉で書かれた目標です。",
    Status.UNIT_CHECK: "基準値と目標値の単位が違い、発行者に確かめています。",
    Status.NOT_DUE: "その年度が、まだ終わっていません。",
    Status.COLLECTING: "年度は終わり、担当課が値をまとめています。",
    Status.NOT_REPORTED: "年度は終わりましたが、値がまだ登録されていません。",
    Status.NOT_ASSESSABLE: "かっこの中の理由で、その年度は判定できません。",
    Status.NOT_COMPARABLE: "数え方が変わり、出発点の値と比べられません。",
    Status.DISCONTINUED: "事業が終わりました。",
    Status.BASELINE_YEAR: "出発点の年度か、それより前の年度です。",
}

_CHANGE_MEANINGS = {
    Change.IMPROVED: "めざす向きに、誤差の範囲を超えて動きました。",
    Change.WORSENED: "めざす向きと反対に、誤差の範囲を超えて動きました。",
    Change.UNCHANGED: "動きが誤差の範囲の中にあり、変わったとは言えません。",
    Change.NOT_SURVEYED: "出発点のあとの調査が、まだありません。",
    Change.NOT_COMPARABLE: "問いや選び方が変わったか、だれでも答えられる調査です。",
}


def status_groups() -> list[dict]:
    """The statuses in their three groups, each with symbol, word and meaning."""
    groups = {name: [] for name in GROUPS}
    for status, label in LABELS.items():
        groups[_group(status)].append(
            {"chip": chip(label), "meaning": MEANINGS[status]}
        )
    return [{"heading": GROUPS[name], "rows": rows} for name, rows in groups.items()]


def _group(status):
    if status in JUDGED:
        return "judged"
    return "waiting" if status in WAITING else "outside"


def survey_marks() -> list[dict]:
    """The answers of a survey comparison, each with symbol, word and meaning."""
    return [
        {"chip": chip(label), "meaning": _CHANGE_MEANINGS[change]}
        for change, label in CHANGE_LABELS.items()
    ]

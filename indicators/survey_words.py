"""The change between two survey waves in words. Pure: plain values in, texts out.

Direction and judgement are both said, and never with a sign beside the number:
「5.5% → 3.2%（2.3ポイント減・改善）」.
"""

from decimal import Decimal

from indicators.figures import number_text
from indicators.judgement_labels import Label
from indicators.survey_change import Change, SurveyChange, Wave, survey_change

LABELS = {
    Change.IMPROVED: Label("改善", "○", "on"),
    Change.UNCHANGED: Label("横ばい（誤差の範囲）", "＝", "same"),
    Change.WORSENED: Label("悪化", "▼", "regressed"),
    Change.NOT_SURVEYED: Label("次回調査待ち", "－", "none"),
    Change.NOT_COMPARABLE: Label("比較できません", "－", "none"),
}

_WAITING = "次の市民アンケートの結果は、まだこのサイトに登録されていません。"


def label_of(change: SurveyChange, *waves: Wave | None) -> Label:
    """The label, with the reason where anybody could answer."""
    label = LABELS[change.change]
    is_open = any(wave and wave.self_selected for wave in waves)
    if change.change == Change.NOT_COMPARABLE and is_open:
        return Label(f"{label.word}（自由回答のため）", label.symbol, label.css)
    return label


def percent_text(value: Decimal, decimals: int) -> str:
    return f"{number_text(value, decimals)}%"


def points_text(points: Decimal, decimals: int) -> str:
    """2.3ポイント減; 変化なし where the printed figures are the same."""
    amount = number_text(abs(points), decimals)
    if not amount.strip("0."):
        return "変化なし"
    return f"{amount}ポイント{'増' if points > 0 else '減'}"


def margin_text(
    change: SurveyChange, decimals: int, points: Decimal | None = None
) -> str:
    """±1.8ポイント; with two decimals where it would print like the change.

    `points` is the change that stands beside it, where that is not the exact one.
    """
    if change.margin_squared is None:
        return ""
    margin = change.margin(decimals)
    beside = abs(change.points if points is None else points)
    if number_text(margin, decimals) == number_text(beside, decimals):
        decimals = max(decimals, 2)
        margin = change.margin(decimals)
    return f"±{number_text(margin, decimals)}ポイント"


def change_text(
    baseline: Wave, latest: Wave, change: SurveyChange, decimals: int
) -> str:
    """5.5% → 3.2%（2.3ポイント減・改善）: the points of the printed figures.

    Marked 参考 where a size was assumed or a count is very small.
    """
    start, end = (percent_text(wave.percent, decimals) for wave in (baseline, latest))
    if change.margin_squared is None:
        return f"{start} → {end}"
    points = points_text(_printed_points(baseline, latest, decimals), decimals)
    word = LABELS[change.change].word.partition("（")[0]
    mark = "・参考" if change.for_reference else ""
    return f"{start} → {end}（{points}・{word}{mark}）"


def reason_text(
    baseline: Wave | None, latest: Wave | None, change: SurveyChange, decimals: int
) -> str:
    """Why the judgement is what it is, in a sentence with its figures."""
    if latest is None:
        return _WAITING
    if baseline is None:
        share = percent_text(latest.percent, decimals)
        return f"結果は{share}でした。基準値の記載がないため、比べられません。"
    text = change_text(baseline, latest, change, decimals)
    if change.change == Change.NOT_COMPARABLE:
        return f"{text}。{_why_not(baseline, latest)}、比べられません。"
    points = _printed_points(baseline, latest, decimals)
    margin = margin_text(change, decimals, points)
    if change.change == Change.UNCHANGED:
        return f"{text}。変化は、誤差の範囲（{margin}）の中にあります。"
    return f"{text}。変化は、誤差の範囲（{margin}）を超えています。"


def _why_not(baseline, latest):
    if latest.self_selected or baseline.self_selected:
        return "だれでも答えられる調査（自由回答）のため"
    if not latest.comparable:
        return "問いの文か、調査の方法や対象が変わったため"
    return "回答した人がいないため"


def finding_text(latest: Wave | None, change: SurveyChange) -> str:
    """The finding that heads the chart: a short phrase."""
    if latest is None:
        return "出発点の調査の結果"
    if change.change == Change.NOT_COMPARABLE:
        return "調査の結果（出発点とは比べられない）"
    if change.change == Change.UNCHANGED:
        return "変化は、誤差の範囲の中にある"
    return f"誤差の範囲を超えて{'増えた' if change.points > 0 else '減った'}"


def reference_text(
    baseline: Wave | None, latest: Wave | None, change: SurveyChange, assumed_n: int
) -> str:
    """Why the judgement is for reference only; empty where it is not."""
    if not change.for_reference:
        return ""
    if any(wave.n is None for wave in (baseline, latest)):
        return (
            f"参考：回答数が分からない調査は、{assumed_n:,}人が答えたものとして"
            "計算しました。"
        )
    return "参考：この回答をした人が5人より少ないため、変化は確かではありません。"


def next_wave_text(baseline: Wave, *, assumed_n: int, decimals: int) -> str:
    """How large a change must be to count, before there is a second wave."""
    if baseline.self_selected or baseline.n == 0:
        return ""
    same = survey_change(baseline, baseline, direction="increase", assumed_n=assumed_n)
    people = baseline.n or assumed_n
    margin = number_text(same.margin(decimals), decimals)
    return (
        f"次の調査も{people:,}人が答えた場合、約{margin}ポイントより小さい変化は"
        "誤差の範囲とし、「横ばい」と判定します。"
    )


def own_margin(wave: Wave, assumed_n: int) -> Decimal | None:
    """Half the error bar of one wave at 95 %, in points; None where none is known."""
    n = assumed_n if wave.n is None else wave.n
    if wave.self_selected or n <= 0:
        return None
    share = wave.percent / 100
    return Decimal("1.96") * (share * (1 - share) / n).sqrt() * 100


def _printed_points(baseline, latest, decimals):
    """The difference that a reader works out from the two printed figures."""
    start, end = (wave.printed(decimals).percent for wave in (baseline, latest))
    return end - start

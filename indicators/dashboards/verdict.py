"""The one sentence at the head of a dashboard, counting in words.

Phrases, not one text: a page breaks the line between them.
"""

from collections.abc import Sequence

from indicators.dashboards.standing import Period, Standing, short_word
from indicators.judgement_labels import LABELS
from indicators.progress_values import Status
from plans.fiscal_year import era_text

_GOOD = (Status.ACHIEVED, Status.MAINTAINED, Status.ON_TRACK)
_MISSED = (Status.NOT_ACHIEVED, Status.NOT_MAINTAINED)


def verdict(standings: Sequence[Standing], period: Period, scope="") -> list[str]:
    """What the year's values say; `scope` names the part that is looked at."""
    about = [f"{scope}では、"] if scope else []
    if not standings:
        return [*about, "この条件に当てはまる目標はありません。"]
    judged = [each for each in standings if each.group == "judged"]
    if judged:
        return [*about, *_judged(judged)]
    if period.is_empty:
        return _nothing_published(period)
    return [*about, *_no_verdict(standings, period)]


def _judged(judged):
    good = [each for each in judged if each.judged.status in _GOOD]
    missed = [each for each in judged if each.judged.status in _MISSED]
    short = len(judged) - len(good) - len(missed)
    clauses = [
        (len(good), _good_words(good), _good_words(good) + "です"),
        (short, "順調の範囲に届かず", "順調の範囲に届いていません"),
        (len(missed), "目標に届かず", "目標に届いていません"),
    ]
    clauses = [clause for clause in clauses if clause[0]]
    if len(clauses) == 1:
        every = "すべて" if len(judged) > 1 else ""
        return [f"判定できた{len(judged):,}件の目標は、", f"{every}{clauses[0][2]}。"]
    *first, last = clauses
    return [
        f"判定できた{len(judged):,}件の目標のうち、",
        *(f"{count:,}件が{middle}、" for count, middle, _ in first),
        f"{last[0]:,}件が{last[2]}。",
    ]


def _good_words(good):
    """達成・順調: of the good statuses those that occur."""
    found = {each.judged.status for each in good}
    return "・".join(short_word(LABELS[status]) for status in _GOOD if status in found)


def _nothing_published(period):
    if period.is_over:
        return ["この計画の実績は、このサイトに登録されていません。"]
    return [
        "実績の公表はこれからです。",
        "いまは、出発点と目標、各年度の目安をご覧いただけます。",
    ]


def _no_verdict(standings, period):
    year = era_text(period.year)
    found = {each.judged.status for each in standings}
    if Status.NOT_DUE in found:
        return [f"{year}は、まだ終わっていません。", "実績の公表はこれからです。"]
    if Status.COLLECTING in found:
        return [f"{year}の実績は、集計中です。"]
    if Status.NOT_REPORTED in found and not period.is_over:
        return [f"{year}の実績は、まだこのサイトに登録されていません。"]
    if Status.BASELINE_YEAR in found:
        return [f"{year}は、出発点の年度か、それより前の年度です。"]
    return [f"{year}に判定できた目標はありません。"]

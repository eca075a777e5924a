"""The one sentence at the head of a dashboard, counting in words.

Phrases, not one text: a page breaks the line between them.
"""

from collections import Counter
from collections.abc import Sequence

from indicators.dashboards.standing import Period, Standing, short_word
from indicators.judgement_labels import GROUPS, LABELS
from indicators.progress_values import Status
from plans.fiscal_year import era_text

_GOOD = (Status.ACHIEVED, Status.MAINTAINED, Status.ON_TRACK)
_MISSED = (Status.NOT_ACHIEVED, Status.NOT_MAINTAINED)


def verdict(standings: Sequence[Standing], period: Period, scope="") -> list[str]:
    """What the year's values say; `scope` names the part that is looked at."""
    about = [f"{scope}では、"] if scope else []
    if not standings:
        return [*about, "この条件に当てはまる目標はありません。"]
    judged = [each.judged.status for each in standings if each.group == "judged"]
    if judged:
        return [*about, *of_judged(judged)]
    if period.is_empty and not is_start_year(standings):
        return _nothing_published(period)
    return [*about, *_no_verdict(standings, period)]


def is_start_year(standings: Sequence[Standing]) -> bool:
    """A year in which nothing is judged and some targets only begin."""
    groups = {each.group for each in standings}
    states = {each.judged.status for each in standings}
    return "judged" not in groups and Status.BASELINE_YEAR in states


def of_judged(judged: Sequence[Status]) -> list[str]:
    """How many of the judged statuses are good; there must be at least one."""
    good = [status for status in judged if status in _GOOD]
    missed = [status for status in judged if status in _MISSED]
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
    return "・".join(short_word(LABELS[status]) for status in _GOOD if status in good)


def _nothing_published(period):
    if period.is_over:
        return ["この計画の実績は、このサイトに登録されていません。"]
    return [
        "実績の公表はこれからです。",
        "いまは、出発点と目標、各年度の目安をご覧いただけます。",
    ]


def _no_verdict(standings, period):
    year = era_text(period.year)
    states = Counter(each.judged.status for each in standings)
    if Status.BASELINE_YEAR in states:
        return _at_the_start(year, states[Status.BASELINE_YEAR], len(standings))
    counts = _counts(standings)
    if Status.NOT_DUE in states:
        has_some = any(each.judged.is_published for each in standings)
        then = counts if has_some else "実績の公表はこれからです。"
        return [f"{year}は、まだ終わっていません。", then]
    if len(states) == 1 and not period.is_over:
        if Status.COLLECTING in states:
            return [f"{year}の実績は、集計中です。"]
        if Status.NOT_REPORTED in states:
            return [f"{year}の実績は、まだこのサイトに登録されていません。"]
    return [f"{year}に判定できた目標はありません。", counts]


def _at_the_start(year, count, total):
    start = "出発点の年度か、それより前の年度です。"
    if count == total:
        return [f"{year}は、", start]
    return [
        f"{year}は、",
        f"{total:,}件の目標のうち{count:,}件で、{start}",
        f"ほかの{total - count:,}件にも、判定できたものはありません。",
    ]


def _counts(standings):
    """1件が報告待ち、3件が判定対象外です。"""
    groups = Counter(each.group for each in standings)
    words = [
        f"{groups[group]:,}件が{GROUPS[group]}"
        for group in ("waiting", "outside")
        if groups[group]
    ]
    return f"{'、'.join(words)}です。"

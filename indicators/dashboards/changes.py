"""What changed since the year before: better, worse, newly reported."""

from collections.abc import Sequence

from indicators.dashboards.movement import movement
from indicators.dashboards.standing import Standing, chip, target_link
from indicators.progress_values import Status
from plans.fiscal_year import era_text
from plans.models import Plan

# Larger is better. Equal numbers are no change: 未達成 after 遅れ is neither.
GOODNESS = {
    Status.ACHIEVED: 5,
    Status.MAINTAINED: 5,
    Status.ON_TRACK: 4,
    Status.SLIGHTLY_BEHIND: 3,
    Status.BEHIND: 2,
    Status.NOT_ACHIEVED: 2,
    Status.NOT_MAINTAINED: 2,
    Status.REGRESSED: 1,
}
_MOST_NEW = 20


def changes(standings: Sequence[Standing], plan: Plan, year: int) -> dict:
    """The sentence, the rows of what changed (better first), and what is new."""
    steps = [(each, _step(each)) for each in standings]
    comparable = sum(step is not None for _, step in steps)
    better = [each for each, step in steps if step is not None and step > 0]
    worse = [each for each, step in steps if step is not None and step < 0]
    new = [each for each in standings if is_new(each)]
    return {
        "years": [era_text(year - 1), era_text(year)],
        "sentence": _sentence(comparable, len(better), len(worse), year),
        "rows": [_row(each, plan, "改善") for each in better]
        + [_row(each, plan, "悪化") for each in worse],
        "new_sentence": _new_sentence(len(new), year),
        "new": [_new_row(each, plan) for each in new[:_MOST_NEW]],
        "new_left": f"{len(new) - _MOST_NEW:,}" if len(new) > _MOST_NEW else "",
    }


def _step(standing):
    """How much better the status became; None where it cannot be compared."""
    now = GOODNESS.get(standing.judged.status)
    before = GOODNESS.get(standing.status_before)
    return None if None in (now, before) else now - before


def is_new(standing: Standing) -> bool:
    """A number this year where the year before had none."""
    return standing.judged.value is not None and not standing.had_number_before


def _sentence(comparable, better, worse, year):
    before, now = era_text(year - 1), era_text(year)
    if not comparable:
        return f"{before}と{now}の判定を比べられる目標はありません。"
    start = f"{before}と判定を比べられる{comparable:,}件のうち、"
    if not better and not worse:
        return f"{before}と判定を比べられる{comparable:,}件に、変化はありません。"
    parts = [
        f"{count:,}件が{verb}"
        for count, verb in ((better, "改善し"), (worse, "悪化し"))
        if count
    ]
    return f"{start}{'、'.join(parts)}ました。"


def _new_sentence(count, year):
    if not count:
        return ""
    return (
        f"{era_text(year)}に値が公表され、その前の年度に値がない目標は{count:,}件です。"
    )


def _row(standing, plan, word):
    return {
        **target_link(standing, plan),
        "target": standing.target.values["id"],
        "change": word,
        "before": chip(standing.before.label),
        "now": chip(standing.judged.label),
        "movement": movement(standing),
    }


def _new_row(standing, plan):
    return {**target_link(standing, plan), "now": chip(standing.judged.label)}

"""What still keeps an answer from being handed in, field by field, in words."""

from dataclasses import dataclass

from indicators.entry.figures import reading_of
from indicators.entry.known import Known
from indicators.entry.reading import Reading
from indicators.models import Observation
from initiatives.models import Review

_NOTHING_SAID = "実績値を入れるか、値の状態（集計中など）を選んでください。"
_EXPLAIN = "いつもと大きく違う値です。理由を入力してください。"
_CORRECT = "公開した値を直すため、直す理由を入力してください。"


@dataclass(frozen=True)
class Problem:
    """What to mend in one control; `asks` where a look and a tick are enough."""

    field: str
    sentence: str
    asks: bool = False


def doubts_of(reading: Reading, known: Known) -> tuple:
    """What to look at again: in the cell itself, and beside the other years."""
    moves = known.doubts(reading.value) if reading.value is not None else ()
    return tuple(doubt for doubt in (*reading.doubts, *moves) if doubt.asks)


def moves_oddly(reading: Reading, known: Known) -> bool:
    return reading.value is not None and bool(known.doubts(reading.value))


def figure_problems(
    observation: Observation, known: Known, *, confirmed: bool
) -> list[Problem]:
    reading = reading_of(observation, known)
    if reading.refusal:
        field = "answer" if reading.choices else "cell"
        return [Problem(field, reading.refusal)]
    if reading.is_empty:
        return [Problem("cell", _NOTHING_SAID)]
    problems = []
    if not confirmed:
        problems += [
            Problem("confirmed", doubt.sentence, asks=True)
            for doubt in doubts_of(reading, known)
        ]
    if not observation.reason:
        why = known.reason_needed(observation)
        if not why and moves_oddly(reading, known):
            why = _EXPLAIN
        problems += [Problem("reason", why)] if why else []
    if known.corrects_published(observation) and not observation.correction_reason:
        problems.append(Problem("correction_reason", _CORRECT))
    return problems


def review_problems(review: Review) -> list[Problem]:
    problems = []
    if not review.rating:
        problems.append(Problem("rating", "評価（A～D）を選んでください。"))
    if not review.comment:
        problems.append(Problem("comment", "評価の説明を入力してください。"))
    return problems

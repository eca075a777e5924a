"""「この値で正しい」: kept in the history, for the cell it was said of and no other."""

from indicators.entry.known import Known
from indicators.entry.readiness import doubts_of
from indicators.entry.reading import Reading
from indicators.models import Observation

_CONFIRMED = "確かめた："


def confirm(observation: Observation, reading: Reading, known: Known) -> None:
    """Have the next save say what was looked at and found right."""
    doubts = doubts_of(reading, known)
    if doubts:
        observation.history_reason = confirmed_words(doubts)


def confirmed_words(doubts) -> str:
    """The reason in the history; nothing may stand before it, more may follow."""
    return f"{_CONFIRMED}{''.join(doubt.sentence for doubt in doubts)}"


def confirmed_among(answers) -> set[int]:
    """The keys of the figures whose cell, as it stands now, was confirmed."""
    figures = {row.pk: row for row in answers if isinstance(row, Observation)}
    if not figures:
        return set()
    said = Observation.history.filter(
        id__in=figures, history_change_reason__startswith=_CONFIRMED
    )
    return {
        pk
        for pk, raw, value in said.values_list("id", "raw", "value")
        if (raw, value) == (figures[pk].raw, figures[pk].value)
    }

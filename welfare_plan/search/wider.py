"""The same query in other words, for when it finds nothing as it was typed."""

import re
from collections.abc import Mapping, Sequence

from plans.search.folding import fold
from plans.search.kana import as_kana, parts_of, written
from plans.search.neighbours import NEIGHBOURS
from plans.search.query import Spellings
from welfare_plan.search.asked import Asked

_MOST_SHOWN = 3
_BETWEEN_PARTS = re.compile("[・･]")
_NEIGHBOURS = {fold(typed): words for typed, words in NEIGHBOURS.items()}


def kana_stretches(asked: Asked) -> list[str]:
    """What may be the reading of a part of a word that is typed in kana."""
    words = (as_kana(part) for part in _typed_parts(asked))
    return sorted({stretch for word in words for stretch in parts_of(word)})


def wider_words(
    asked: Asked, readings: Mapping[str, Sequence[str]]
) -> tuple[list[Spellings], list[str]]:
    """The words with all that may be meant, and the sentences that say so.

    介護・防災 becomes two words. A word in kana is looked up in the readings, those of
    its stretches; others have neighbours. No words where there is nothing else to try.
    """
    typed = _typed_parts(asked)
    words, said = [], []
    for part in typed:
        others = [*written(as_kana(part), readings), *_neighbours(fold(part))]
        others = list({fold(word): word for word in others if fold(word)}.values())
        words.append((fold(part), *map(fold, others)))
        if others:
            said.append(_as_well(part, others))
    is_wider = said or len(typed) > len(asked.words)
    return (words, said) if is_wider else ([], [])


def _typed_parts(asked):
    return [part for word in asked.words.values() for part in _parts(word)]


def _parts(word):
    return [part for part in _BETWEEN_PARTS.split(word) if fold(part)]


def _neighbours(word):
    """Those of the first known word in it: お金に困った is of money before trouble."""
    known = (others for one, others in _NEIGHBOURS.items() if one in word)
    return next(known, ())


def _as_well(typed, others):
    shown = "」「".join(others[:_MOST_SHOWN])
    return f"「{typed}」では見つからないため、「{shown}」でもさがしました。"

"""What a word in kana alone may be written with: 介護 for かいご. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from plans.furigana.words import hiragana

LONGEST = 20
_SHORTEST = 2
_MOST = 4
_MOST_PARTS = 4
_KANA = re.compile("[ぁ-ゖー]{2,20}")


def as_kana(typed: str) -> str:
    """A word in hiragana, where it is typed in kana alone; else empty."""
    kana = hiragana(unicodedata.normalize("NFKC", typed).replace("・", ""))
    return kana if _KANA.fullmatch(kana) else ""


def parts_of(kana: str) -> set[str]:
    """Every stretch that a reading may cover."""
    return {
        kana[start:end]
        for start in range(len(kana))
        for end in range(start + _SHORTEST, len(kana) + 1)
    }


def written(kana: str, words: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of the fewest readings that together are the kana, at most four.

    `words` are those of each reading.
    """
    # At each place: the fewest readings up to there, and what they write.
    best: dict[int, tuple[int, list[str]]] = {0: (0, [""])}
    for end in range(1, len(kana) + 1):
        for start in range(end):
            here = words.get(kana[start:end])
            if not here or start not in best or best[start][0] == _MOST_PARTS:
                continue
            parts = best[start][0] + 1
            forms = [before + word for before in best[start][1] for word in here]
            if end not in best or parts < best[end][0]:
                best[end] = (parts, forms[:_MOST])
            elif parts == best[end][0]:
                best[end] = (parts, [*best[end][1], *forms][:_MOST])
    return best[len(kana)][1] if kana and len(kana) in best else []

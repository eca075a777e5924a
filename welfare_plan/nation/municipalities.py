"""The invented municipalities: where they are and what they are called. Pure.

Each prefecture has as many as in reality. No name is that of a real one, since all
begin with サンプル, and no code is either: those of municipalities stay below 800.
"""

from dataclasses import dataclass

from plans.prefectures import PREFECTURES, Prefecture, with_check_digit

TOTAL = sum(prefecture.municipalities for prefecture in PREFECTURES)
_FIRST_CODE = 801
_SYLLABLES = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    "ヤユヨラリルレロワ"
)
# 東京都 has 23 wards; of the others somewhat less than half are cities, one in ten is
# a village.
_WARDS = {"13": 23}
_CITIES, _TOWNS = 0.45, 0.9


@dataclass(frozen=True)
class Municipality:
    """`number` counts through the whole nation from 0 and fixes all the rest."""

    number: int
    prefecture: Prefecture
    code: str
    name: str

    @property
    def slug(self) -> str:
        return f"sample-{self.code}"


def municipalities(wanted: int) -> list[Municipality]:
    """So many of the nation's 1,741, spread over it evenly, each always the same."""
    if not 1 <= wanted <= TOTAL:
        raise ValueError(f"1から{TOTAL:,}までの数にしてください。")
    everywhere = list(_everywhere())
    return [everywhere[index * TOTAL // wanted] for index in range(wanted)]


def _everywhere():
    number = 0
    for prefecture in PREFECTURES:
        for place in range(prefecture.municipalities):
            code = with_check_digit(f"{prefecture.code}{_FIRST_CODE + place}")
            kind = _kind(prefecture, place)
            yield Municipality(number, prefecture, code, f"{_stem(number)}{kind}")
            number += 1


def _stem(number):
    """サンプルアイ: two syllables, so that no two places sound alike by number only."""
    first, second = divmod(number * 7 % (len(_SYLLABLES) ** 2), len(_SYLLABLES))
    return f"サンプル{_SYLLABLES[first]}{_SYLLABLES[second]}"


def _kind(prefecture, place):
    if place < _WARDS.get(prefecture.code, 0):
        return "区"
    share = place / prefecture.municipalities
    if share < _CITIES:
        return "市"
    return "町" if share < _TOWNS else "村"

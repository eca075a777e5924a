"""Years as single letters, so that R12, 令和12年度 and 2030 are one word. Pure.

A letter of the private area stands for a year: no text has one of its own.
"""

import re

from plans.fields import LATEST
from plans.fiscal_year import EARLIEST, from_text

_FIRST = 0xE000
_KANJI_DIGITS = "一二三四五六七八九"
_ERA = re.compile(
    r"(?P<era>令和|平成|昭和|(?<![a-z0-9])[rhs])\.? ?"
    rf"(?P<number>元|[0-9]{{1,2}}|[{_KANJI_DIGITS}十]{{1,3}}(?=年))"
    r"(?![0-9a-z]|,[0-9]{3}| ?年間)(?: ?年度?)?"
)
# A bare number of four digits before a word is a count: 2030人, 2030メニュー.
_PARTICLE = "に|の|から|まで|を|は(?!こ)|が|と(?!ん)|も|で|や|へ|ごろ"
_WESTERN = re.compile(
    r"(?<![0-9a-z])(?<![0-9][.,])(?P<year>(?:19|20|21)[0-9]{2})"
    r"(?: ?年度?(?!間)|(?=[./-][0-9]{1,2}[./-][0-9])"
    rf"|(?=ー|{_PARTICLE})|(?![%]|[.,][0-9]| ?[^\W_]))"
)


def with_year_letters(text: str) -> list[tuple[int, int, str]]:
    """(start, end, letter) of each year that a text in small letters names."""
    found = []
    for match in _ERA.finditer(text):
        written = match["era"] + _in_digits(match["number"])
        found.append((match.start(), match.end(), from_text(written)))
    for match in _WESTERN.finditer(text):
        found.append((match.start(), match.end(), int(match["year"])))
    return [
        (start, end, chr(_FIRST + year - EARLIEST))
        for start, end, year in sorted(found)
        if year is not None and EARLIEST <= year <= LATEST
    ]


def _in_digits(number):
    """12 for 十二, 21 for 二十一; digits and 元 as they are."""
    if "十" in number:
        tens, _, ones = number.partition("十")
        return f"{_digit(tens) or 1}{_digit(ones)}"
    return str(_digit(number)) if number in _KANJI_DIGITS else number


def _digit(kanji):
    return _KANJI_DIGITS.index(kanji) + 1 if kanji else 0

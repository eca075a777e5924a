"""The readings that a person has read and found right: proofread.csv.

One line is a row of kanji with its reading, as `社会福祉,しゃかいふくし`. A row that is
read in several ways stands in brackets with what is around it: `の前の[年]の値,とし`.
A day of a date stands as `月31[日]`, since pages show the date of the very day.
"""

import csv
import re
from pathlib import Path

from plans.furigana.matching import Matcher
from plans.furigana.words import KANJI_RUN

_FILE = Path(__file__).with_name("proofread.csv")
_AROUND = 4
_COUNTERS = ("日", "人")  # their reading depends on the very number
_MONTH_AND_DAY = re.compile("月[0-9]+$")


def proofread() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file))


def readings_of_rows(pieces) -> list[tuple[str, str, str]]:
    """(kanji, kanji with what is around them, reading) of each row of kanji."""
    text = "".join(base for base, _ in pieces)
    readings, place = {}, 0
    for base, reading in pieces:
        if reading:
            readings[place] = reading
        place += len(base)
    return [
        (found[0], _around(text, found), _reading(readings, found))
        for found in KANJI_RUN.finditer(text)
    ]


def _around(text, found):
    before = text[max(0, found.start() - _AROUND) : found.start()]
    date = _MONTH_AND_DAY.search(before)
    if date and found[0].startswith("日"):
        return f"{date[0]}[{found[0]}]"
    after = text[found.end() : found.end() + _AROUND]
    if not found[0].startswith(_COUNTERS):
        before = re.sub("[0-9]+", "0", before)
    around = f"{before}[{found[0]}]{re.sub('[0-9]+', '0', after)}"
    return " ".join(around.split())


def _reading(readings, found):
    inside = range(found.start(), found.end())
    return "".join(readings[place] for place in inside if place in readings)


def mistakes(texts, matcher: Matcher, known: dict[str, str]) -> list[str]:
    """Rows of kanji in the texts that are not read as they were proof-read."""
    wrong = set()
    for text in texts:
        for row, around, reading in readings_of_rows(matcher.pieces(text)):
            if known.get(row, known.get(around)) != reading:
                wrong.add(f"{around},{reading}")
    return sorted(wrong)

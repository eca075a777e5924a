"""Counters whose reading depends on the number before them: 2人, 3日, 20日, 3本.

What stands here is read so after these numbers; after others the table of readings
says it. 1日 is にち here: only in a date is it ついたち, which the table says as 月1日.
"""

import re

_DIGITS = "0123456789０１２３４５６７８９"
_LONGEST = 20  # characters of a number that are looked at
_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，.．]*\Z")
_TO_ASCII = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

_DAYS = [str(day) for day in (*range(2, 11), 14, 20, 24)]
_WHOLE = {
    "人": {"1": "り", "2": "り"},
    "日": dict.fromkeys(_DAYS, "か"),
    "日間": dict.fromkeys(_DAYS, "かかん"),
    "日時点": dict.fromkeys(_DAYS, "かじてん"),
}
_LAST_DIGIT = {
    "本": {"3": "ぼん"} | dict.fromkeys("1680", "ぽん"),
    "分": dict.fromkeys("134680", "ぷん"),
    "分間": dict.fromkeys("134680", "ぷんかん"),
    "階": {"3": "がい"},
}


def number_before(text: str) -> str:
    """The number that ends a text, in ASCII; "" where it ends with none."""
    end = text[-_LONGEST:]
    found = _NUMBER.search(end) if _is_digit(end[-1:]) else None
    return found[0].translate(_TO_ASCII) if found else ""


def _is_digit(character):
    return character in _DIGITS and character != ""


def counter_reading(word: str, number: str) -> str:
    """The reading of a counter after this very number; "" where nothing is special."""
    whole = _WHOLE.get(word, {}).get(number)
    return whole or _LAST_DIGIT.get(word, {}).get(number[-1:], "")

"""Counters whose reading depends on the number before them: 2人, 3日, 20日, 3本.

What stands here is read so after these numbers; after others the table of readings
says it. 1日 stays にち: ついたち would have to stand over the digit too.
"""

import re

_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，.．]*\Z")
_TO_ASCII = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

_WHOLE = {
    "人": {"1": "り", "2": "り"},
    "日": dict.fromkeys("2 3 4 5 6 7 8 9 10 14 20 24".split(), "か"),
}
_LAST_DIGIT = {
    "本": {"1": "ぽん", "3": "ぼん", "6": "ぽん", "8": "ぽん", "0": "ぽん"},
    "分": {
        "1": "ぷん",
        "3": "ぷん",
        "4": "ぷん",
        "6": "ぷん",
        "8": "ぷん",
        "0": "ぷん",
    },
    "階": {"3": "がい"},
}


def number_before(text: str) -> str:
    """The number that ends a text, in ASCII; "" where it ends with none."""
    found = _NUMBER.search(text)
    return found[0].translate(_TO_ASCII) if found else ""


def counter_reading(word: str, number: str) -> str:
    """The reading of a counter after this very number; "" where nothing is special."""
    whole = _WHOLE.get(word, {}).get(number)
    return whole or _LAST_DIGIT.get(word, {}).get(number[-1:], "")

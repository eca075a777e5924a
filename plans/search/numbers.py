"""Numbers as whole words, so that 100% is not found in 1,100人. Pure.

A letter of the private area stands at both ends of a number; others stand for the
point, the percent sign and the hyphen of a code, which would else be dropped as marks.
"""

import re

_END, _POINT, _PERCENT, _HYPHEN = "\uf8f0", "\uf8f1", "\uf8f2", "\uf8f3"
_SIGNS = str.maketrans({".": _POINT, "%": _PERCENT, "-": _HYPHEN, ",": ""})
# 2-1 is a code of a plan. Postcodes and telephone numbers are written without hyphens
# as well; any other hyphen parts two numbers.
_NUMBER = re.compile(
    r"(?:(?P<joined>(?<![0-9-])(?:[0-9]{3}-[0-9]{4}|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4})"
    r"(?![0-9-]))"
    r"|(?<![0-9-])[0-9]{1,2}(?:-[0-9]{1,2})+(?![0-9-])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?)(?P<percent> ?%)?"
)


def whole_numbers(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of each number in a text in small letters."""
    return [(*found.span(), _word(found)) for found in _NUMBER.finditer(text)]


def _word(found):
    percent = found["percent"] or ""
    number = found[0].removesuffix(percent)
    if found["joined"]:
        number = number.replace("-", "")
    return f"{_END}{number.translate(_SIGNS)}{_END}{_PERCENT if percent else ''}"

"""The grammar of one number: 1,234 or 1 234, 0.5, 1.2万, 1億2,000万.

`raw` is always the whole cell, for the sentence of a refusal.
"""

import re
from decimal import Decimal

from indicators.cells.errors import refusal

_SCALES = (("兆", 12), ("億", 8), ("万", 4), ("千", 3), ("百", 2))
_MARKS = "".join(mark for mark, _ in _SCALES)
_PLAIN = re.compile(
    r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)"
    r"(?:\.[0-9]+)?"
)
_LEADING_NUMBER = re.compile(f"[.,]?[0-9](?:[0-9., {_MARKS}]*[0-9.,{_MARKS}])?")
# Decimal keeps 28 digits exactly; a cell with more is nonsense in any case.
_MOST_DIGITS = 28
_LIMIT = Decimal(10) ** 12


def split_number(text: str) -> tuple[str, str]:
    """(1万2千, 人/年) from 1万2千 人/年; no number gives ("", text)."""
    found = _LEADING_NUMBER.match(text)
    number = found[0] if found else ""
    return number, text[len(number) :].strip()


def read_number(text: str, raw: str) -> Decimal:
    """The value of a number without its sign; raises CellError."""
    if sum(c.isdigit() for c in text) > _MOST_DIGITS:
        raise refusal("too_large", raw)
    if "." in text and re.search(f"[{_MARKS}].*[0-9]", text):
        raise refusal("separator", raw)
    value = _amount(text, raw, _SCALES)
    if value >= _LIMIT:
        raise refusal("too_large", raw)
    return value


def _amount(text: str, raw: str, scales) -> Decimal:
    """1万2千 as 1 times 10,000 and a smaller amount; 5千万 as 5千 times 10,000."""
    for index, (mark, zeros) in enumerate(scales):
        head, found, tail = text.partition(mark)
        if found:
            smaller = scales[index + 1 :]
            rest = _amount(tail, raw, smaller) if tail else Decimal(0)
            if rest >= Decimal(10) ** zeros:
                raise refusal("separator", raw)
            return _amount(head.rstrip(), raw, smaller).scaleb(zeros) + rest
    return _plain(text, raw)


def _plain(text: str, raw: str) -> Decimal:
    if not _PLAIN.fullmatch(text):
        is_padded = re.fullmatch("0[0-9,]+(?:[.][0-9]+)?", text)
        blank = "blank_inside" if " " in text else "separator"
        raise refusal("leading_zero" if is_padded else blank, raw)
    return Decimal(re.sub("[, ]", "", text))

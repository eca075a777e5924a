"""Japanese text in lines, where nothing breaks them by itself: in a drawing. Pure.

>>> wrapped("目標960人に届いた（速報）。", 7)
['目標960人に届', 'いた（速報）。']

A number or a word in Latin letters stays whole; no line begins with a closing sign and
none ends with an opening one (禁則処理).
"""

import re
import unicodedata

_NOT_FIRST = set(
    "、。，．・：；？！）」』】〉》〕］｝ー々ゝゞ〜～％…"
    "ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ,.:;?!)]}%／/"
)
_NOT_LAST = set("（「『【〈《〔［｛([{")
_RUN = re.compile(r"[!-~]+|[^!-~]")
# A half-width letter is narrower in every font; none may be cut off.
_HALF = 0.62


def wrapped(text: str, width: float) -> list[str]:
    """The lines of a text, each at most `width` full-width characters long.

    A piece that is longer than a line alone is cut.
    """
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and width_of(line + piece) > width:
            lines.append(line)
            line = ""
        for character in piece:
            if line and width_of(line + character) > width:
                lines.append(line)
                line = ""
            line += character
    return [line.strip() for line in (*lines, line) if line.strip()]


def width_of(text: str) -> float:
    """In full-width characters."""
    return sum(_width(character) for character in text)


def _width(character):
    return 1 if unicodedata.east_asian_width(character) in "WFA" else _HALF


def _pieces(text):
    """What may stand at the end of a line, with what must stand on the same."""
    pieces: list[str] = []
    for run in _RUN.findall(text):
        if pieces and (run[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
            pieces[-1] += run
        else:
            pieces.append(run)
    return pieces

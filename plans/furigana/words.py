"""One word and its reading, split so that the reading stands over the kanji alone.

>>> split_word("取り組む", "とりくむ")
(('取', 'と'), ('り', ''), ('組', 'く'), ('む', ''))

A sign in a word, which nobody reads out, is ・ in its reading:

>>> split_word("人／年", "にん・ねん")
(('人', 'にん'), ('／', ''), ('年', 'ねん'))
"""

import re

# Not 〇, which the plans print as a blank to be filled in: ○〇件.
KANJI = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANJI_RUN = re.compile(f"[{KANJI}]+")

Piece = tuple[str, str]  # a base and its reading, "" where it is read as written
_SIGN = re.compile("[^ぁ-ゖゝゞァ-ヺー]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class ReadingDoesNotFitError(ValueError):
    """The kana of a word do not come in its reading: 取り組む and とりこみ."""


def hiragana(text: str) -> str:
    return text.translate(_TO_HIRAGANA)


def split_word(word: str, reading: str) -> tuple[Piece, ...]:
    """The pieces of a word; raises ReadingDoesNotFitError."""
    bases = re.findall(f"[{KANJI}]+|[^{KANJI}]+", word)
    pattern = "".join(
        "([^・]+?)" if KANJI_RUN.match(base) else _SIGN.sub("・", hiragana(base))
        for base in bases
    )
    found = re.fullmatch(pattern, hiragana(reading))
    if not found:
        raise ReadingDoesNotFitError(f"{word}: {reading}")
    readings = iter(
        reading[start:end]
        for start, end in map(found.span, range(1, len(found.groups()) + 1))
    )
    return tuple(
        (base, next(readings) if KANJI_RUN.match(base) else "") for base in bases
    )

"""The forms in which a word stands in a text: 行う as 行い, 行わ, 行え, 行っ.

Only the first kana after the kanji counts, since what follows it is read as written.
"""

_ROWS = {
    "う": "わいうえおっ",
    "く": "かきくけこい",
    "ぐ": "がぎぐげごい",
    "す": "さしすせそ",
    "つ": "たちつてとっ",
    "ぬ": "なにぬねのん",
    "ぶ": "ばびぶべぼん",
    "む": "まみむめもん",
    "る": "らりるれろっ",
}
_ADJECTIVE = "いくかけさ"
_KANA_BEFORE_RU = set("いきしちにひみりぎじびえけせてねへめれげぜでべ")


def forms(word: str, reading: str) -> list[tuple[str, str]]:
    """(word, reading) in all its forms, the word as given first.

    A word that does not end with the kana of a verb or an adjective has one form. A
    noun such as 願い is given forms that stand in no text, which does no harm.
    """
    stem, last = word[:-1], word[-1:]
    if not stem or last != reading[-1:]:
        return [(word, reading)]
    cut, others = 1, _ROWS.get(last, "")
    if last == "い":
        others = _ADJECTIVE
    elif word.endswith("する"):
        cut, others = 2, "しさせ"
    elif last == "る" and stem[-1] in _KANA_BEFORE_RU:
        # 支える: all forms begin with 支え.
        return [(word, reading), (stem, reading[:-1])]
    found = {word: reading}
    for kana in others:
        found.setdefault(word[:-cut] + kana, reading[:-cut] + kana)
    return list(found.items())

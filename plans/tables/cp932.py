"""Text for CP932, the encoding of older Japanese programs, which lacks some characters.

Two stored texts can become one in CP932: who reads such a file back compares it with
`cp932_text` of what is stored.
"""

import unicodedata

# What printers of old put where they had no type; CP932 has it.
GETA = "〓"
# What Python's codec would change by itself is here too, so that it can be said.
SUBSTITUTES = {
    "↗": "上昇",
    "↘": "低下",
    "—": "―",
    "–": "－",
    "−": "－",
    "‑": "‐",
    "〜": "～",
    "·": "・",
    "•": "・",
    "‖": "∥",
    "¢": "￠",
    "£": "￡",
    "¬": "￢",
    "¥": "￥",
    "㋿": "令和",
    "\xa0": " ",
    "\u200b": "",
    "\u2060": "",
    "\ufeff": "",
}
_TABLE = str.maketrans(SUBSTITUTES)


def cp932_text(text: str) -> str:
    """The text with all that CP932 has another way to write, written that way."""
    # か and a separate ゛ are one character in CP932.
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def lacking(text: str) -> str:
    """The characters, each once, that CP932 can write in no way."""
    text = cp932_text(text)
    if _has(text):
        return ""
    return "".join(dict.fromkeys(c for c in text if not _has(c)))


def geta_text(text: str) -> str:
    """The text as CP932 writes it, with 〓 for each character that it lacks."""
    missing = dict.fromkeys(map(ord, lacking(text)), GETA)
    return cp932_text(text).translate(missing)


def substituted(text: str) -> dict[str, str]:
    """What `cp932_text` writes instead of which character."""
    return {c: SUBSTITUTES[c] for c in text if c in SUBSTITUTES}


def _has(text):
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True

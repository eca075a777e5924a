"""What people write around a number: footnote marks, 約, 延べ, 以上, 速報."""

import re

SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_MARK = "(?:※[0-9]{0,2}|[*][0-9]?|注[0-9]{0,2})"
# No digit may follow: ※1 before 958 would join with it, or be a part of it.
_TRAILING = re.compile(rf" ?(?:\(({_MARK})\)|({_MARK}))(?=[^0-9]*$)")
_LEADING = re.compile(rf"({_MARK}) (?=[^ ])|([※*])(?=[^0-9])")
_RAISED = f"(?<![mｍ])[{SUPERSCRIPTS}]+"
_SUPERSCRIPT = re.compile(
    rf"(?:[(（]({_RAISED})[)）]|({_RAISED}))(?=[^0-9０-９{SUPERSCRIPTS}]*$)"
)

_PROVISIONAL = "速報値?|暫定値?|見込み?値?"
_BEFORE = f"約|およそ|おおよそ|おおむね|概ね|延べ|のべ|延|{_PROVISIONAL}"
_AFTER = f"以上|以下|程度|延べ|{_PROVISIONAL}"
_QUALIFIER_BEFORE = re.compile(rf"(?:\(({_BEFORE})\)|({_BEFORE}))[の:]? ?")
_QUALIFIER_AFTER = re.compile(rf" ?(?:\(({_AFTER})\)|({_AFTER}))$")
_SPELT = {
    **dict.fromkeys(("およそ", "おおよそ", "おおむね", "概ね"), "約"),
    **dict.fromkeys(("のべ", "延"), "延べ"),
}


def cut_superscripts(raw: str) -> tuple[str, str]:
    """(958人, ²) from 958人²; those of m² stay. To be asked before NFKC joins them."""
    found = _SUPERSCRIPT.search(raw)
    if not found:
        return raw, ""
    return raw[: found.start()] + raw[found.end() :], found[1] or found[2]


def without_powers(text: str) -> str:
    """The text without the raised figures of m² and m³, which are not footnotes."""
    return re.sub("(?<=[mｍ])[²³]", "", text)


def cut_footnotes(text: str) -> tuple[str, str]:
    """(958人, ※1) from 958※1人, ※1 958人 or 958人（※1）."""
    leading = trailing = ""
    while found := _LEADING.match(text):
        leading += found[1] or found[2]
        text = text[found.end() :]
    while found := _TRAILING.search(text):
        trailing = (found[1] or found[2]) + trailing
        text = text[: found.start()] + text[found.end() :]
    return text.strip(), leading + trailing


def cut_qualifiers(text: str) -> tuple[str, tuple[str, ...], bool]:
    """(958人, (約,), True) from 速報：約958人; the last: whether it is provisional."""
    words = []
    while found := _QUALIFIER_BEFORE.match(text):
        words.append(found[1] or found[2])
        text = text[found.end() :]
    while found := _QUALIFIER_AFTER.search(text):
        words.append(found[1] or found[2])
        text = text[: found.start()]
    provisional = {word for word in words if re.fullmatch(_PROVISIONAL, word)}
    kept = (_SPELT.get(word, word) for word in words if word not in provisional)
    return text, tuple(dict.fromkeys(kept)), bool(provisional)

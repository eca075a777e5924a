"""Whether a cell's format shows a date or a percentage."""

import re

from plans.tables.values import Mark
from plans.tables.workbook.markup import attribute, elements

PLAIN = frozenset()
_DATE, _PERCENT = frozenset({Mark.DATE}), frozenset({Mark.PERCENT})
# Formats that need no code in the file; 27-36 and 50-58 are dates of East Asian Excel.
_KNOWN = {
    **dict.fromkeys((9, 10), _PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48)), _DATE),
    **dict.fromkeys(range(50, 59), _DATE),
}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|[*].')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NO_DATE = re.compile(r"general|g/標準|e[+-]")


def marks_of(code: str) -> frozenset[Mark]:
    """What a format code makes of a number: DATE, PERCENT or nothing."""
    shown = _LITERAL.sub("", code.lower()).partition(";")[0]
    shown = _BRACKETS.sub("", _ELAPSED.sub(r"\1", shown))
    if "%" in shown:
        return _PERCENT
    # g and e are the Japanese era and its year.
    return _DATE if re.search("[ymdhsge]", _NO_DATE.sub("", shown)) else PLAIN


def read_formats(chunks, budget) -> list[frozenset[Mark]]:
    """The marks by the number of a style, as cells name it."""
    known, styles, is_cell_style = dict(_KNOWN), [], False
    for name, attributes in elements(chunks, budget):
        if name == "numFmt":
            code = attribute(attributes, "formatCode")
            known[int(attribute(attributes, "numFmtId"))] = marks_of(code)
        elif name in ("cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            is_cell_style = name == "cellXfs"
        elif name == "xf" and is_cell_style:
            number = int(attribute(attributes, "numFmtId") or 0)
            styles.append(known.get(number, PLAIN))
    return styles

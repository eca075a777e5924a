"""Mail addresses and telephone numbers.

Both also as Django writes letters of a path (\\u5c71) and as addresses have them
(%E5%B1%B1). Names cannot be told from other words.
"""

import re

# Letters of Japanese are letters here.
_AT = r"(?:[@＠]|%40|\\uff20|%EF%BC%A0)"
_DOT = r"(?:[.．]|%2E|\\uff0e|%EF%BC%8E)"
_LABEL = (
    r"(?:[\w-]|%(?!40|2E|EF%BC%(?:A0|8E))[0-9A-F]{2}|\\u(?!ff20|ff0e)[0-9A-F]{4}"
    r"|\\x[0-9A-F]{2})+"
)
# From its very first letter, lest each later one is tried as the first.
_BEFORE_AT = r"(?<![\w.+%\\-])[\w.+%\\-]+"
_MAIL = rf"{_BEFORE_AT}{_AT}{_LABEL}(?:{_DOT}{_LABEL})+"

_ZERO = r"(?:[0０]|\\uff10|%EF%BC%90)"
_NO_ZERO = r"(?:[1-9１-９]|\\uff1[1-9]|%EF%BC%9[1-9])"
_DIGIT = r"(?:[0-9０-９]|\\uff1[0-9]|%EF%BC%9[0-9])"
_JOINT = (
    r"(?:(?:[-‐‑‒–—―−ー－()（）]|%2[89D]|\\u(?:201[0-5]|2212|30fc|ff0[89d])"
    r"|%EF%BC%8[89D]|%E3%83%BC|%E2%88%92|%E2%80%9[0-5]){1,2}[ 　]?)"
)
# Figures, ids and hexadecimal numbers have other digits beside these.
_STARTS = (
    r"(?:(?<![0-9０-９A-F_])(?<![0-9０-９A-F][-－])(?<![0-9]\.)"
    r"|(?<=\\u[0-9A-F]{4})(?<!\\uff1[0-9])|(?<=%[0-9A-F]{2})(?<!%EF%BC%9[0-9]))"
)
_ENDS = rf"(?![A-F_]|-?{_DIGIT}|\.[0-9])"
_GROUPS = (
    rf"(?:{_DIGIT}{{1,4}}{_JOINT}{_DIGIT}{{1,4}}{_JOINT}{_DIGIT}{{3,4}}"
    rf"|{_DIGIT}{{9,10}}|{_DIGIT}{{1,6}}{_JOINT}{_DIGIT}{{4,8}}){_ENDS}"
)
# A zero, or the code of the country for it, and 9 or 10 digits in one to three groups.
# They are counted last: that takes longest.
_TELEPHONE = (
    rf"(?=[+%0０\\]){_STARTS}(?:{_ZERO}|(?:\+|%2B)81[ -]?{_JOINT}?{_ZERO}?{_JOINT}?)"
    rf"(?={_NO_ZERO})(?={_GROUPS})"
    rf"(?={_DIGIT}(?:{_JOINT}?{_DIGIT}){{8,9}}{_ENDS}){_GROUPS}"
)

CUTS = (
    (re.compile(f"(?i){_MAIL}"), "[mail]"),
    (re.compile(f"(?i){_TELEPHONE}"), "[tel]"),
)

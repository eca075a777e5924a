"""What PostgreSQL says about rows: the values of those it refused."""

import re

_HOLDS_VALUES = r"(?:DETAIL|CONTEXT|QUERY|STATEMENT|LINE \d+)"
# A trace inside a group of errors has a margin.
_MARGIN = r"[ \t|]*"
# Where a cut ends. A value may have lines of its own, also empty ones.
_NEXT = (
    rf"{_MARGIN}(?:{_HOLDS_VALUES}|HINT|LOCATION):"
    rf"|\n?{_MARGIN}(?:Traceback \(most recent call last\):"
    r"|The above exception was the direct|During handling of the above)"
    rf"|{_MARGIN}(?:File \"|\+-)"
)

CUTS = (
    (
        re.compile(
            rf"^{_MARGIN}({_HOLDS_VALUES}):.*(?:\n(?!{_NEXT}).*)*", re.MULTILINE
        ),
        r"\1: [cut]",
    ),
    # The same where an error was written as Python writes a text, on one line.
    (re.compile(rf"(\\n[ \t]*{_HOLDS_VALUES}:).*"), r"\1 [cut]"),
)

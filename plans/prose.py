"""Plain text of a plan to blocks that a template can mark up."""

import re
from itertools import groupby

LIST_MARKS = ("・", "☆")


def lines(text: str) -> list[str]:
    """The non-empty lines of a text that holds one item a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def blocks(text: str) -> list[dict]:
    """Paragraphs and lists of a text, as {"is_list": …, "lines": [...]}.

    A blank line ends a paragraph. Lines that start with a list mark make a list, which
    shows a mark of its own in its place.
    """
    found = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        for is_list, group in groupby(lines(paragraph), key=_is_item):
            texts = [(line[1:].strip() or line) if is_list else line for line in group]
            found.append({"is_list": is_list, "lines": texts})
    return found


def _is_item(line):
    return line.startswith(LIST_MARKS)

"""Plain text of a plan to blocks that a template can mark up."""

from itertools import groupby

LIST_MARKS = ("・", "☆")


def lines(text: str) -> list[str]:
    """The non-empty lines of a text that holds one item a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def blocks(text: str) -> list[dict]:
    """Paragraphs and lists of a text, as {"is_list": …, "lines": [...]}.

    A blank line ends a paragraph; lines that start with a list mark make a list, in
    which ・ is dropped, since the list shows a mark of its own, and ☆ is kept.
    """
    found = []
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        for is_list, group in groupby(lines(paragraph), key=_is_item):
            texts = [line.removeprefix("・").strip() for line in group]
            found.append({"is_list": is_list, "lines": texts})
    return found


def _is_item(line):
    return line.startswith(LIST_MARKS)

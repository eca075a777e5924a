"""Words inside a text: where they stand, and what became of them. Pure."""

from dataclasses import dataclass

_AROUND = 60
NOTHING = "（載せていません）"


@dataclass(frozen=True)
class Excerpt:
    """The words with some text before and after them; … where the text goes on."""

    before: str
    words: str
    after: str


def excerpt(text: str, words: str) -> Excerpt | None:
    """Where the words stand first; None where they do not."""
    start = text.find(words) if words else -1
    if start < 0:
        return None
    end = start + len(words)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Excerpt(
        f"{'…' if start > _AROUND else ''}{before}",
        words,
        f"{after}{'…' if len(text) > end + _AROUND else ''}",
    )


def changed_words(old: str, new: str, words: str) -> tuple[str, str]:
    """What was printed in the old text, and what stands in its place in the new one.

    Both reach over all that was changed, and over `words` where the old text holds
    them; what was taken out altogether leaves `NOTHING`.
    """
    start = old.find(words) if words else -1
    start, end = (len(old), 0) if start < 0 else (start, start + len(words))
    head = min(_common_start(old, new), start)
    room = min(len(old), len(new)) - head
    tail = min(_common_start(old[::-1], new[::-1]), len(old) - end, room)
    return old[head : len(old) - tail], new[head : len(new) - tail] or NOTHING


def _common_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (place for place, (a, b) in enumerate(pairs) if a != b),
        min(len(one), len(other)),
    )

"""Where two texts differ, piece by piece, as people read Japanese. Pure."""

from dataclasses import dataclass

from diff_match_patch import diff_match_patch

SAME, GONE, NEW = "", "gone", "new"
# Of a long stretch that is the same in both texts, this much stands at each end.
_KEPT = 20
_SECONDS = 0.2


@dataclass(frozen=True)
class Piece:
    text: str
    kind: str = SAME


def whole(text: str) -> list[Piece]:
    """A text as one piece, which a page shows without marks."""
    return [Piece(text)]


def word_differences(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The old text with what went, the new one with what came.

    Long stretches that stayed are shortened. Texts too long to compare in a moment
    come out as less fine pieces.
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = _SECONDS
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    before, after = [], []
    for number, (what, text) in enumerate(found):
        if what == engine.DIFF_EQUAL:
            text = _shortened(text, number == 0, number == len(found) - 1)
            before.append(Piece(text))
            after.append(Piece(text))
        elif what == engine.DIFF_DELETE:
            before.append(Piece(text, GONE))
        else:
            after.append(Piece(text, NEW))
    return before, after


def _shortened(text, is_first, is_last):
    if len(text) <= 3 * _KEPT:
        return text
    head = "" if is_first else text[:_KEPT]
    tail = "" if is_last else text[-_KEPT:]
    return f"{head}…{tail}"

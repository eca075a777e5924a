"""One entry of what residents are told: a sentence, a page, what was and what is."""

from dataclasses import dataclass, field

from plans.changes.differences import Piece, whole, word_differences

# Shorter texts, and figures, are read faster whole than with marks in them.
_LONG = 30


@dataclass(frozen=True)
class ToldChange:
    what: str
    before: list[Piece]
    after: list[Piece]

    @property
    def is_long(self) -> bool:
        """Whether old and new are read one below the other."""
        return any(
            sum(len(piece.text) for piece in pieces) > _LONG
            for pieces in (self.before, self.after)
        )


@dataclass(frozen=True)
class Told:
    sentence: str
    url: str
    changes: list[ToldChange] = field(default_factory=list)
    reason: str = ""


def told_changes(before: dict, after: dict, words: dict) -> list[ToldChange]:
    """Each part of a record that differs, with the words that differ marked.

    `words` names the parts and says each of them from the values of a row.
    """
    return [
        ToldChange(what, *_compared(said(before), said(after)))
        for what, said in words.items()
        if said(before) != said(after)
    ]


def _compared(old, new):
    if min(len(old), len(new)) < _LONG:
        return whole(old), whole(new)
    return word_differences(old, new)

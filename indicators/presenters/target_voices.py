"""What people say of a target's work beside its figure: department and committee.

Three voices stand side by side and are never merged: the judgement by numbers, the
department's own assessment, the committee's opinion.
"""

from datetime import date

from indicators.presenters.voices import (
    opinion_parts,
    opinion_texts,
    review_parts,
    review_texts,
)
from plans.fiscal_year import era_text


def voice_parts(policy: int, **parent: int) -> tuple:
    """The published reviews of the target's parent, the opinions on its policy."""
    return *review_parts(**parent), *opinion_parts(policy)


def voices(parts: dict, year: int, today: date) -> dict | None:
    """The newest review and opinion beside the judgement of a year; None without both.

    Each is named with its own year.
    """
    review, opinion = review_texts(parts, today), opinion_texts(parts, today)
    if not review and not opinion:
        return None
    return {"year": era_text(year), "review": review, "opinion": opinion}

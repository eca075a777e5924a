"""What people say of a target's work beside its figure: department and committee.

Three voices stand side by side and are never merged: the judgement by numbers, the
department's own assessment, the committee's opinion.
"""

from indicators.presenters.voices import (
    opinion_parts,
    opinion_texts,
    review_parts,
    review_texts,
)


def voice_parts(measure, initiative) -> tuple:
    """The published reviews of the target's parent, the opinions on its policy."""
    parent = {"initiative": initiative} if initiative else {"measure": measure}
    return *review_parts(**parent), *opinion_parts(measure.policy_id)


def voices(parts: dict, year: int) -> dict | None:
    """The newest review and opinion that are not after the year; None without both."""
    review, opinion = review_texts(parts, year), opinion_texts(parts, year)
    return {"review": review, "opinion": opinion} if review or opinion else None

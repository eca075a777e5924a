"""What people say of a target's work beside its figure: department and committee.

Three voices stand side by side and are never merged: the judgement by numbers, the
department's own assessment, the committee's opinion.
"""

from django.db.models import CharField, F
from django.db.models.functions import Cast

from initiatives.models import CommitteeOpinion, Review
from plans.fiscal_year import era_text
from plans.parts import part


def voice_parts(measure, initiative) -> tuple:
    """The published reviews of the target's parent, the opinions on its policy."""
    own = {"code": Cast("pk", CharField()), "position": F("fiscal_year")}
    parent = {"initiative": initiative} if initiative else {"measure": measure}
    reviews = Review.objects.filter(state=Review.State.PUBLISHED, **parent)
    opinions = CommitteeOpinion.objects.filter(
        state=CommitteeOpinion.State.PUBLISHED, policy=measure.policy_id
    )
    return (
        part(
            "review",
            reviews.annotate(**own),
            year="fiscal_year",
            rating="rating",
            comment="comment",
        ),
        part("opinion", opinions.annotate(**own), year="fiscal_year", text="text"),
    )


def voices(parts: dict, year: int) -> dict | None:
    """The newest review and opinion that are not after the year; None without both."""
    review, opinion = (_newest(parts[kind], year) for kind in ("review", "opinion"))
    if not review and not opinion:
        return None
    return {
        "review": review
        and {
            "year": era_text(review["year"]),
            "rating": f"{review['rating']} {Review.Rating(review['rating']).label}",
            "comment": review["comment"],
        },
        "opinion": opinion
        and {"year": era_text(opinion["year"]), "text": opinion["text"]},
    }


def _newest(rows, year):
    return next((row for row in reversed(rows) if row["year"] <= year), None)

"""Reviews as an approver reads them: ready strings, a dictionary a review."""

from indicators.approvals.rows import PEOPLE, common, evidence_of, in_order
from indicators.approvals.waiting import REVIEW
from initiatives.models import Review

_SUBJECTS = ("initiative", "measure", "policy")


def review_rows(keys: list[int], person) -> list[dict]:
    """The reviews in their order; two queries."""
    found = Review.objects.filter(pk__in=keys).select_related(
        "plan__publisher", "initiative__plan", "measure__plan", "policy__plan", *PEOPLE
    )
    rows = in_order(found, keys)
    evidence = evidence_of(_SUBJECTS, rows)
    return [
        {
            **common(REVIEW, row, row.subject, person),
            "rating": f"{row.rating} {row.get_rating_display()}",
            "comment": row.comment,
            "evidence": next(
                (
                    evidence[kind, pk, row.fiscal_year]
                    for kind in _SUBJECTS
                    if (pk := getattr(row, f"{kind}_id"))
                ),
                [],
            ),
        }
        for row in rows
    ]

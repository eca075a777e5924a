"""Reviews, opinions and surveys that were published or corrected after a pack.

They are read from the history, in one query.
"""

from django.db.models import Case, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from indicators.models import CouncilReport
from indicators.reports.later_rows import of_records
from indicators.reports.later_surveys import later_surveys, survey_parts
from initiatives.corrections import history_part
from initiatives.models import CommitteeOpinion, Review
from initiatives.voice_words import OPINION_WORDS, REVIEW_WORDS
from plans.models import Plan
from plans.parts import fetch_parts

_LEVELS = ("initiative", "measure", "policy")


def later_words(report: CouncilReport, plan: Plan) -> list[dict]:
    """Rows for the sheet of corrections, each with the `date` of its change."""
    parts = fetch_parts(*_parts(report, plan))
    return [
        *of_records(parts["review_history"], REVIEW_WORDS, _review_name(plan)),
        *of_records(parts["opinion_history"], OPINION_WORDS, _opinion_name(plan)),
        *later_surveys(parts, plan),
    ]


def _parts(report, plan):
    late = Case(When(history_date__gt=report.published_at, then=1), default=0)
    own = {"plan": plan, "fiscal_year": report.fiscal_year}
    return (
        _review_part(Review.history.filter(**own), late),
        history_part(
            "opinion_history",
            CommitteeOpinion.history.filter(**own),
            state="state",
            late=late,
            year="fiscal_year",
            text="text",
            policy="policy__code",
            title="policy__title",
        ),
        *survey_parts(report, plan, late),
    )


def _review_part(rows, late):
    titles = (f"{level}__title" for level in _LEVELS)
    return history_part(
        "review_history",
        rows,
        state="state",
        late=late,
        year="fiscal_year",
        rating="rating",
        comment="comment",
        title=Coalesce(*titles),
        **{level: f"{level}__code" for level in _LEVELS},
    )


def _review_name(plan):
    def name(row):
        level = next(level for level in _LEVELS if row[level])
        return {
            "url": reverse(f"{level}-detail", args=[plan.slug, row[level]]),
            "title": f"{row['title']}（担当課評価）",
        }

    return name


def _opinion_name(plan):
    return lambda row: {
        "url": reverse("policy-detail", args=[plan.slug, row["policy"]]),
        "title": f"{row['title']}（委員会意見）",
    }

"""A small plan with values of two years, as its council's pack needs it."""

from datetime import UTC, date, datetime

from indicators.reports.content import report_content
from indicators.reports.corrections import corrections
from initiatives.models import CommitteeOpinion, Review
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_target,
    an_initiative,
)
from tests.indicators.dashboards.standings import publish_values

AT = datetime(2026, 10, 1, tzinfo=UTC)
BEFORE = datetime(2026, 9, 15, tzinfo=UTC)
LATER = datetime(2026, 11, 2, tzinfo=UTC)
AS_OF = date(2026, 10, 1)


def a_followed_plan(**values):
    """One policy, one target: 904 of 1,100 in R5, 931 in R6, 940 in R7."""
    plan = a_plan(period_start_fy=2024, period_end_fy=2030, **values)
    policy = a_policy(plan, code="1", title="相談できる地域づくり")
    initiative = an_initiative(a_measure(policy))
    target = a_target(initiative, code="1-1", name="新規相談者数", direction="increase")
    publish_values(target, r6="931", r7="940")
    return plan, policy, target


def a_review(initiative, *, at=BEFORE, **values):
    defaults = {"rating": "C", "comment": "案内を早めます。", "state": "published"}
    review = Review(
        plan=initiative.plan,
        initiative=initiative,
        fiscal_year=2025,
        **{**defaults, **values},
    )
    return saved(review, at=at)


def an_opinion(policy, **values):
    defaults = {"text": "身近な案内を。", "state": "published", "fiscal_year": 2025}
    opinion = CommitteeOpinion(
        plan=policy.plan, policy=policy, **{**defaults, **values}
    )
    return saved(opinion)


def saved(record, *, at=BEFORE, reason="", **values):
    """Save a record, or its new values with a reason, as if on a day of its own."""
    for name, value in values.items():
        setattr(record, name, value)
    record.history_reason, record._history_date = reason, at
    record.save()
    return record


def listed(report, plan):
    """What the sheet says of the rows: before, after, why."""
    return [
        (row["title"], row["before"], row["after"], row["reason"])
        for row in corrections(report, plan)
    ]


def sheet_of(plan, year=2025):
    """The sheet of the first policy, as it would be published."""
    return report_content(plan, year, as_of=AS_OF)["policies"][0]

"""Publishes a council's pack: from then on its content stands still."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import CouncilReport
from indicators.progress import year_is_over
from indicators.reports.content import report_content
from plans.fiscal_year import era_text
from plans.models import Plan
from plans.publishing import publishing


def publish_report(plan: Plan, fiscal_year: int, *, at: datetime) -> CouncilReport:
    """Store the pack of a year as it stands, in one transaction with its revision.

    Refuses, in words, a year that is not over or out of reach, and a second pack of one
    year: what the council was given does not change.
    """
    as_of = timezone.localdate(at)
    with publishing(*plan.publishing_scopes()):
        return CouncilReport.objects.create(
            plan=plan,
            fiscal_year=fiscal_year,
            as_of=as_of,
            published_at=at,
            content=content_to_freeze(plan, fiscal_year, as_of=as_of),
        )


def content_to_freeze(plan: Plan, fiscal_year: int, *, as_of: date) -> dict:
    """The pack as it would be published; refuses, in words, what may not be."""
    year = era_text(fiscal_year)
    if not year_is_over(fiscal_year, as_of):
        raise ValidationError(f"{year}はまだ終わっていないため、資料を公表できません。")
    if CouncilReport.objects.filter(plan=plan, fiscal_year=fiscal_year).exists():
        raise ValidationError(f"{year}の資料は、すでに公表されています。")
    content = report_content(plan, fiscal_year, as_of=as_of)
    if content is None:
        raise ValidationError(f"{year}は、この計画で資料を作れる年度ではありません。")
    return content

"""Publishes a council's pack: from then on its content stands still."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import CouncilReport
from indicators.progress import year_is_over
from indicators.reports.content import content_of, report_board
from plans.fiscal_year import era_text
from plans.models import Plan
from plans.publishing import publishing


def publish_report(plan: Plan, fiscal_year: int, *, at: datetime) -> CouncilReport:
    """Store the pack of a year as it stands, in one transaction with its revision.

    Refuses, in words, a plan that visitors cannot read, a year that is not over or out
    of reach or says nothing, and a second pack of one year: what the council was given
    does not change.
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
    if plan.state == Plan.State.DRAFT:
        raise ValidationError(
            "下書きの計画の資料は公表できません。先に計画を公開してください。"
        )
    if not year_is_over(fiscal_year, as_of):
        raise ValidationError(f"{year}はまだ終わっていないため、資料を公表できません。")
    if CouncilReport.objects.filter(plan=plan, fiscal_year=fiscal_year).exists():
        raise ValidationError(f"{year}の資料は、すでに公表されています。")
    board = report_board(plan, fiscal_year, as_of=as_of)
    if board is None:
        raise ValidationError(f"{year}は、この計画で資料を作れる年度ではありません。")
    if not _says_anything(board, fiscal_year):
        raise ValidationError(
            f"{year}に公開した実績値も担当課評価もないため、空の資料になります。"
            "どちらかを公開してから、資料を公表してください。"
        )
    return content_of(board)


def _says_anything(board, year):
    is_reviewed = any(row["year"] == year for row in board.parts["review"])
    return is_reviewed or any(
        year in each.target.publications for each in board.everything
    )

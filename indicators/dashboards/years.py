"""Which year a dashboard shows, and which can be asked for."""

from datetime import date

from indicators.dashboards.reviews import review_years
from indicators.dashboards.standing import Period
from indicators.following import FollowedTarget, all_terms_of
from indicators.presenters.plan_year import year_of_targets
from indicators.presenters.voices import heard
from plans.fiscal_year import latest_finished, of_date
from plans.presenters import last_year_of, period_is_over


def has_numbers(targets: list[FollowedTarget]) -> bool:
    """Whether any goal is not one in words alone, today or when it was judged."""
    return any(
        goal.state != "statement"
        for each in targets
        for terms in each.all_terms
        for goal in terms.goals
    )


def years_of(plan, targets, reviews, today) -> list[int]:
    """The years that can be asked for: from the first after a baseline until now.

    A baseline that is only watched opens no year in which all the others just begin; a
    published number does.
    """
    is_over = period_is_over(plan, today)
    last = last_year_of(plan, today) if is_over else of_date(today)
    starts = _first_years(targets)
    starts = starts or review_years(reviews)[:1]
    first = min(starts, default=plan.period_start_fy or latest_finished(today))
    return list(range(min(first, last), last + 1))


def _first_years(targets):
    begun = [each for each in targets if each.terms.baseline_year]
    judged = [each for each in begun if each.terms.mode != "monitor"]
    starts = [each.terms.baseline_year + 1 for each in judged or begun]
    numbered = {year for each in targets for year in each.years_with_numbers}
    first = _first(each.terms for each in targets)
    if first is None or min(numbered, default=first + 1) <= first:
        # Only then can the terms that published years were judged by say more.
        first = _first(all_terms_of(targets))
    return starts + [year for year in numbered if first and year > first]


def _first(terms):
    """The first of the years of their baselines."""
    years = (each.baseline_year for each in terms)
    return min(filter(None, years), default=None)


def period_of(plan, targets, reviews, asked: int | None, today: date) -> Period:
    """The year shown: the one asked for, else the plan's own default.

    In its own year a plan shows its newest reviews, whatever the year of its numbers,
    as all its pages do; without numbers, that year is its own.
    """
    is_over = period_is_over(plan, today)
    year = year_of_targets(targets, plan, today)
    review_year = max(review_years(heard(reviews, today)), default=year)
    if not has_numbers(targets) and not is_over:
        year = review_year
    is_own = asked in (None, year)
    is_empty = not any(each.years_with_numbers for each in targets)
    shows_now = is_empty and not asked and not is_over
    return Period(
        year=asked or year,
        path_year=of_date(today) if shows_now else asked or year,
        review_year=review_year if is_own else asked,
        today=today,
        is_over=is_over,
        is_empty=is_empty,
    )

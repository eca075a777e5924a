"""The years of one target from its baseline to its goal, judged and put in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.figures import MINUS, number_text
from indicators.following import FollowedTarget, settings_of
from indicators.judged_years import JudgedYear
from indicators.judgement_labels import WAITING
from indicators.models import Observation
from indicators.presenters.targets import chip
from indicators.progress_values import Status
from plans.fiscal_year import of_date, short_text
from plans.presenters import period_is_over


@dataclass(frozen=True)
class TargetYear:
    """One year as the page shows it; `expected` is the printed text or empty.

    `is_future` where the year has not begun, `is_over` where the plan has ended, and
    `is_past_due` where it has no value either: nothing will come any more.
    """

    judged: JudgedYear
    expected: str = ""
    is_future: bool = False
    is_over: bool = False
    is_past_due: bool = False

    @property
    def year(self) -> int:
        return self.judged.year

    @property
    def value(self) -> Decimal | None:
        return self.judged.value

    @property
    def expected_value(self) -> Decimal | None:
        """The number that is printed, so that picture and text never disagree."""
        text = self.expected.replace(",", "").replace(MINUS, "-")
        return Decimal(text) if text else None


def years_of(
    target: FollowedTarget, plan, today: date, *, first: int | None = None
) -> list[TargetYear]:
    """Every year from the baseline to the goal, and those with a publication.

    `first` is where a target without a baseline year starts.
    """
    years = _range(target, plan, first)
    return [year_of(target, plan, year, today) for year in years]


def year_of(target: FollowedTarget, plan, year: int, today: date) -> TargetYear:
    judged = target.judged(year, today, settings_of(plan))
    is_over = period_is_over(plan, today)
    return TargetYear(
        judged,
        expected="" if is_over else judged.expected,
        is_future=year > of_date(today),
        is_over=is_over,
        is_past_due=is_over and judged.status in WAITING,
    )


def _range(target, plan, first):
    terms = target.terms
    known = [
        terms.baseline_year or first,
        *(goal.year for goal in terms.goals),
        *terms.milestones,
        *target.publications,
    ]
    years = [year for year in known if year]
    if years and not any(goal.year for goal in terms.goals) and plan.period_end_fy:
        years.append(plan.period_end_fy)
    return range(min(years), max(years) + 1) if years else range(0)


def year_rows(years: list[TargetYear], target: FollowedTarget, shown: int) -> list:
    """The table's rows: expected, actual, difference, judgement and notes as text.

    A text is empty where there is nothing to say.
    """
    is_mixed = len(units_of(years)) > 1
    return [_row(each, target, shown, is_mixed=is_mixed) for each in years]


def units_of(years: list[TargetYear]) -> set[str]:
    """The units of the numbers of all years; more than one after a change of unit."""
    return {
        each.judged.terms.unit_in(each.year)
        for each in years
        if each.value is not None or each.expected
    }


def _row(each, target, shown, *, is_mixed):
    judged, terms = each.judged, each.judged.terms
    has_chip = not each.is_past_due and (
        judged.is_published
        or not each.is_future
        or judged.status == Status.DISCONTINUED
    )
    return {
        "year": short_text(each.year),
        "western": str(each.year),
        "css": _css(each, shown),
        "expected": _expected(each, is_mixed=is_mixed),
        "actual": _actual(each, target, is_mixed=is_mixed),
        "difference": _difference(each, terms),
        "chip": chip(judged) if has_chip else None,
        "word": "" if has_chip else _word(each, terms),
        "notes": _notes(each, target),
    }


def _css(each, shown):
    if each.year == shown and each.value is not None:
        return "now"
    return "todo" if each.is_future else ""


def _expected(each, *, is_mixed):
    unit = each.judged.terms.unit_in(each.year) if is_mixed and each.expected else ""
    return f"{each.expected}{unit}"


def _actual(each, target, *, is_mixed):
    if each.value is not None:
        terms = each.judged.terms
        figure = number_text(each.value, terms.decimals)
        return f"{figure}{terms.unit_in(each.year)}" if is_mixed else figure
    if each.year in target.publications:
        return Observation.ValueState(
            target.publications[each.year][-1]["value_state"]
        ).label
    if _is_baseline(each, target.terms):
        unit = target.terms.baseline_unit if is_mixed else ""
        return f"{number_text(target.terms.baseline, target.terms.decimals)}{unit}"
    return ""


def _is_baseline(each, terms):
    return each.year == terms.baseline_year and terms.baseline is not None


def _difference(each, terms):
    """Between the printed figures, with its sign; none where nothing is judged."""
    unjudged = {Status.BASELINE_YEAR, Status.MONITOR}
    if not each.expected or each.value is None or each.judged.status in unjudged:
        return ""
    value = Decimal(number_text(each.value, terms.decimals).translate(_TO_NUMBER))
    difference = value - each.expected_value
    places = max(-difference.as_tuple().exponent, 0)
    text = number_text(difference, places)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"+{text}" if difference > 0 else text


_TO_NUMBER = str.maketrans({",": "", MINUS: "-"})


def _word(each, terms):
    """What stands in place of a judgement where none is due."""
    if each.is_past_due:
        return "実績の登録なし"
    if each.year == terms.goal_in(each.year).year:
        return "見込みの年度" if terms.mode == "monitor" else "目標の年度"
    return "これから"


def _notes(each, target):
    """What must be known of the year's figures, one short text each."""
    terms, rows = each.judged.terms, target.publications.get(each.year, [])
    found = []
    if _is_baseline(each, terms):
        shows_other = each.value not in (None, terms.baseline)
        figure = number_text(terms.baseline, terms.decimals)
        found.append(f"基準値は{figure}" if shows_other else "基準値")
    if each.judged.provisional:
        found.append("速報")
    if rows and rows[-1]["break_in_series"]:
        found.append("この年度から数え方が変わりました")
    if each.year in terms.milestones:
        figure = number_text(terms.milestones[each.year], terms.decimals)
        found.append(f"中間の目標 {figure}")
    found += _goal_notes(each.year, target.terms)
    if any(row["is_correction"] for row in rows):
        found.append("公表した値を訂正しました")
    return [*found, each.judged.note] if each.judged.note else found


def _goal_notes(year, terms):
    """A goal that changes from the year on, and the one that is due in it."""
    goal = terms.goal_in(year)
    has_number = goal.state == "set" and goal.value is not None
    figure = number_text(goal.value, terms.decimals) if has_number else ""
    if len({each.unit for each in terms.goals}) > 1 and figure:
        figure += goal.unit
    found = []
    if goal.effective_from == year:
        changed = f"目標を{figure}に" if figure else "目標を"
        found.append(f"この年度から{changed}見直しました")
    if goal.year == year and figure:
        word = "見込み" if terms.mode == "monitor" else "目標"
        found.append(f"{word} {figure}")
    return found

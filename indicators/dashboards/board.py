"""All that one plan's dashboard reads, in three queries beside that of the plan.

Two are for the targets, one for all texts; the address is read last, since what it
may ask for depends on what there is.
"""

from dataclasses import dataclass

from indicators.dashboards.filters import SORTS, Filters, read_filters
from indicators.dashboards.reading import read_parts, standings_of
from indicators.dashboards.standing import Period, Standing, option_words
from indicators.dashboards.value_types import TYPES, is_of_type
from indicators.dashboards.years import has_numbers, period_of, years_of
from indicators.following import following
from indicators.models import Target
from plans.models import Plan


@dataclass(frozen=True)
class Board:
    """The targets of a plan in one year, narrowed to the part that was asked for.

    `standings` are narrowed by policy, department and type; status and order only
    choose among the rows of the list. `department` is that of a department's own page.
    """

    plan: Plan
    parts: dict
    filters: Filters
    period: Period
    years: list[int]
    everything: list[Standing]
    standings: list[Standing]
    department: str = ""

    @property
    def policies(self) -> list[dict]:
        """The policies that are looked at."""
        wanted = self.filters.policy
        rows = self.parts["policy"]
        return [row for row in rows if not wanted or row["code"] == wanted]

    @property
    def has_numbers(self) -> bool:
        """Whether the plan has any goal that is not one in words alone."""
        return has_numbers([each.target for each in self.everything])

    @property
    def is_prose(self) -> bool:
        """A plan without policies: nothing in it is counted or reviewed by year."""
        return not self.parts["policy"]

    @property
    def chooses_targets(self) -> bool:
        """Whether the address asks for what only targets have."""
        return bool(self.filters.type or self.filters.status)

    @property
    def in_charge(self) -> str:
        """The department that is looked at, by its own page or by choice."""
        return self.department or self.filters.department

    @property
    def listed(self) -> list[Standing]:
        return [each for each in self.standings if each.is_in(self.filters.status)]


def read_board(
    plan: Plan, query, today, *, department: str = "", whole: bool = False
) -> Board:
    """Read the plan and the address; `department` fixes that choice for a page.

    Notes and reasons of values are only there with the `whole` of the publications.
    """
    targets = (_whole_targets if whole else _targets)(plan=plan.pk)
    parts = read_parts(plan)
    years = years_of(plan, targets, parts["review"], today)
    filters = read_filters(query, _offered(targets, parts, years, department))
    period = period_of(plan, targets, parts["review"], filters.year, today)
    everything = standings_of(plan, targets, parts, period)
    wanted = (filters.policy, department or filters.department, filters.type)
    return Board(
        plan=plan,
        parts=parts,
        filters=filters,
        period=period,
        years=sorted({*years, period.year}, reverse=True),
        everything=everything,
        standings=[each for each in everything if _is_wanted(each, *wanted)],
        department=department,
    )


def _targets_of(plan: int):
    return Target.objects.filter(plan=plan)


_targets = following(_targets_of)
_whole_targets = following(_targets_of, whole=True)


def _offered(targets, parts, years, department):
    """What the address may ask for; without numbers there is no status to choose."""
    offered = {"policy": {row["code"] for row in parts["policy"]}}
    if parts["policy"]:
        offered["year"] = years
    if has_numbers(targets):
        offered |= {"status": option_words(), "type": TYPES, "sort": SORTS}
    if not department:
        offered["department"] = {row["code"] for row in parts["department"]}
    return offered


def _is_wanted(standing, policy, department, measure_type):
    return (
        policy in ("", standing.policy)
        and department in ("", standing.department)
        and is_of_type(standing.target.values, measure_type)
    )

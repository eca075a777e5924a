"""What a round asks for: figures of targets, and reviews where there are no figures."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from indicators.following import FollowedTarget, follow
from indicators.models import Target
from initiatives.departments import Departments
from initiatives.models import Initiative
from plans.fiscal_year import of_date
from plans.models import BasicPolicy, Measure, Plan

FIGURE = "target"


@dataclass(frozen=True)
class Asked:
    """One thing to ask: its kind (a field of RoundItem), whose plan, who answers.

    `department` is None where the planning section owes it.
    """

    kind: str
    subject: int
    plan: Plan
    department: int | None = None

    @property
    def is_figure(self) -> bool:
        return self.kind == FIGURE


def asked_of(round_) -> list[Asked]:
    """All that a round asks for as the plans stand now, in the plans' order.

    The departments are those that exist when the round opens: the answers for a
    year are given in the next one, after the reorganisation of April.
    """
    departments = Departments(round_.publisher)
    year = of_date(round_.opens_on)
    plans = {plan.pk: plan for plan in plans_asked(round_)}
    found = []
    figures = _figures(plans, round_.fiscal_year)
    with_figures = {plan for _, _, plan, _ in figures}
    reviewed = [pk for pk in plans if round_.collects_reviews or pk not in with_figures]
    for kind, subject, plan, department in [*figures, *_reviews(reviewed)]:
        in_charge = departments.in_year(department, year)
        found.append(Asked(kind, subject, plans[plan], in_charge))
    return found


def plans_asked(round_) -> QuerySet:
    """The publisher's plans that run in the round's year; retired ones are left out."""
    year = round_.fiscal_year
    return Plan.objects.filter(
        Q(period_start_fy=None) | Q(period_start_fy__lte=year),
        Q(period_end_fy=None) | Q(period_end_fy__gte=year),
        publisher=round_.publisher,
        state=Plan.State.PUBLISHED,
    )


def _figures(plans, year):
    """Targets whose goal in the year is no sentence, and whose work goes on."""
    targets = Target.objects.filter(plan__in=plans).order_by(
        "plan__position", "plan", "position", "code"
    )
    owners = {
        pk: (plan, own or of_initiative)
        for pk, plan, own, of_initiative in targets.values_list(
            "pk", "plan_id", "department_id", "initiative__department_id"
        )
    }
    return [
        (FIGURE, row.values["id"], *owners[row.values["id"]])
        for row in follow(targets)
        if row.terms.goal_in(year).state != Target.GoalState.STATEMENT
        and not _has_ended(row, year)
    ]


def _has_ended(target: FollowedTarget, year: int) -> bool:
    """Whether the work ended before the year, and no later number took that back."""
    rows = target.observed()
    said = [
        rows[each]
        for each in sorted(rows)
        if each < year
        and (rows[each].state == "discontinued" or rows[each].value is not None)
    ]
    return bool(said) and said[-1].state == "discontinued"


def _reviews(plans):
    """The lowest level of each plan: initiatives, else measures, else policies."""
    order = ("plan__position", "plan", "position", "code")
    initiatives = Initiative.objects.filter(plan__in=plans).order_by(*order)
    measures = Measure.objects.filter(plan__in=plans, initiatives=None)
    policies = BasicPolicy.objects.filter(plan__in=plans, measures=None)
    rows = [
        ("initiative", *row)
        for row in initiatives.values_list("pk", "plan_id", "department_id")
    ]
    for kind, parts in (("measure", measures), ("policy", policies)):
        found = parts.order_by(*order).values_list("pk", "plan_id")
        rows += [(kind, pk, plan, None) for pk, plan in found]
    return rows

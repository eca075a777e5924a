"""The state of the published content that an answer is made from, in one query."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, CharField, Exists, Q, QuerySet, Value
from django.db.models.functions import Concat

from plans.models import PageRevision, Plan
from plans.publishing import EVERYTHING
from welfare_plan.open_data.editions import Edition
from welfare_plan.open_data.scopes import Scope

_RECORD = ""


@dataclass(frozen=True)
class State:
    """`is_there` tells whether the record of the address is public."""

    edition: Edition
    is_there: bool = True


def state_of(plan: str | None, record: QuerySet | None = None) -> State:
    """Of all that is public, or of one plan, given by its slug.

    The `record` is that of the address; without one it is there.
    """
    wanted = _scopes(plan) if plan else Q(scope=EVERYTHING)
    rows = PageRevision.objects.filter(wanted).values_list("scope", "rev")
    if record is not None:
        mark = Value(_RECORD, CharField()), Value(0, BigIntegerField())
        rows = rows.union(record.order_by().values_list(*mark), all=True)
    revisions = dict(rows)
    is_there = record is None or revisions.pop(_RECORD, None) is not None
    in_order = tuple(rev for _, rev in sorted(revisions.items()))
    return State(Edition(Scope(), in_order), is_there)


def _scopes(slug) -> Q:
    """As welfare_plan.open_data.editions has them for a plan that was read already.

    A draft is as a plan that there is not: work on it is no news of its own.
    """
    plans = Plan.objects.public().filter(slug=slug).order_by()
    found = Q(scope="site") | (Q(scope=EVERYTHING) & ~Exists(plans))
    for path in ("slug", "parent__slug", "predecessor__slug"):
        linked = plans.exclude(**{path: None})
        name = Concat(Value("plan:"), path, output_field=CharField())
        found |= Q(scope__in=linked.values_list(name))
    return found

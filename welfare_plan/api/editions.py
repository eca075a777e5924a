"""The state of the published content that an answer is made from, in one query."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, CharField, Exists, Q, QuerySet, Value
from django.db.models.functions import Concat

from plans.models import PageRevision, Plan
from plans.page_scopes import SITE, plan_scope, publisher_scope
from plans.publishing import EVERYTHING
from welfare_plan.open_data.editions import Edition
from welfare_plan.open_data.scopes import Scope

_RECORD = ""
# The plan itself and whom it names, with the scope of each.
_LINKED = {
    "slug": plan_scope,
    "parent__slug": plan_scope,
    "predecessor__slug": plan_scope,
    "publisher__slug": publisher_scope,
}


@dataclass(frozen=True)
class State:
    """`is_there` tells whether the record of the address is public."""

    edition: Edition
    is_there: bool = True


def state_of(plan: str | None, record: QuerySet | None = None) -> State:
    """Of all that is public, or of one plan, given by its slug.

    The `record` is that of the address; without one it is there.
    """
    wanted = _scopes(plan) if plan else [Q(scope=EVERYTHING)]
    rows = [
        PageRevision.objects.filter(each).values_list("scope", "rev") for each in wanted
    ]
    if record is not None:
        mark = Value(_RECORD, CharField()), Value(0, BigIntegerField())
        rows.append(record.order_by().values_list(*mark))
    revisions = dict(rows[0].union(*rows[1:], all=True) if rows[1:] else rows[0])
    is_there = record is None or revisions.pop(_RECORD, None) is not None
    in_order = tuple(rev for _, rev in sorted(revisions.items()))
    return State(Edition(Scope(), in_order), is_there)


def _scopes(slug) -> list[Q]:
    """As welfare_plan.open_data.editions has them for a plan that was read already.

    A draft is as a plan that there is not: work on it is no news of its own. One by
    one, since a database looks through all revisions for those of an OR.
    """
    plans = Plan.objects.public().filter(slug=slug).order_by()
    found = [Q(scope=SITE), Q(scope=EVERYTHING) & ~Exists(plans)]
    for path, scope_of in _LINKED.items():
        linked = plans.exclude(**{path: None})
        name = Concat(Value(scope_of("")), path, output_field=CharField())
        found.append(Q(scope__in=linked.values_list(name)))
    return found

"""Keeps the entries of the search fresh, inside of each publication.

Only a saved or deleted record with text of its own has a plan looked at again: the
publication of a value, which changes no text, costs nothing here.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar

from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save

from plans.models import Plan
from plans.publishing import open_scopes, register_publishing_hook
from plans.search.index import bring_up_to_date

# The scopes of a publication, and the plans whose texts it has saved so far.
_saved: ContextVar[tuple[set[str], set[int]] | None] = ContextVar("saved", default=None)


PlansOf = Callable[[Model], Iterable[int]]


def _own_plan(record: Model) -> list[int]:
    return [record.plan_id]


def watch(*models, plans_of: PlansOf = _own_plan) -> None:
    """Have plans looked at again when one of their records of these models changes.

    `plans_of` names the plans (by key) that a record of these models belongs to.
    """

    def remember(instance, **kwargs):
        if open_scopes() is not None:
            _saved_plans().update(plans_of(instance))

    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(
                remember, sender=model, dispatch_uid=f"search {model}", weak=False
            )
    register_publishing_hook(refresh)


def _saved_plans() -> set[int]:
    scopes, saved = open_scopes(), _saved.get()
    if saved is None or saved[0] is not scopes:
        saved = (scopes, set())
        _saved.set(saved)
    return saved[1]


def refresh(scopes: frozenset[str]) -> None:
    """Bring the saved plans up to date, and the other plans that the edit touched.

    A record that moved has left an entry in its old plan, which the scopes name.
    Plans are held until the end, so that two editors cannot both miss what the other
    has saved.
    """
    saved = _saved_plans()
    if not saved:
        return
    named = (scope.partition(":") for scope in scopes)
    slugs = [slug for kind, _, slug in named if kind == "plan"]
    plans = Plan.objects.filter(Q(pk__in=saved) | Q(slug__in=slugs)).order_by("pk")
    for plan in list(plans.select_for_update(of=("self",), no_key=True)):
        bring_up_to_date(plan)
    saved.clear()

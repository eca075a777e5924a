"""Fills a database with an invented nation, some municipalities at a time.

The same seed and number give the same records. All of it is one publication, which
leaves what the site itself would: published values, histories, search, revisions.
"""

from collections.abc import Callable
from random import Random

from indicators.models import Observation
from plans.models import Plan, Publisher
from plans.publishing import publishing
from plans.search.index import bring_up_to_date
from welfare_plan.nation.batch import Batch, Keys
from welfare_plan.nation.municipalities import Municipality, municipalities
from welfare_plan.nation.staff import Staff
from welfare_plan.nation.texts import bodies, levels, outlines, plan_of
from welfare_plan.nation.values import PlanValues

# Bounds what is held in memory: some 1,400 rows each.
_AT_ONCE = 20
# Of so many municipalities one is still gathering the figures of the newest year.
_GATHERING = 10


class NationError(Exception):
    """Why no nation is made here, in one line."""


def make_nation(
    wanted: int,
    *,
    seed: int,
    beside_others: bool = False,
    tell: Callable[[int], None] = lambda done: None,
) -> int:
    """Make so many municipalities with their plans; how many plans there are.

    `tell` is called with how many municipalities are done.
    """
    _refuse_what_is_there(beside_others)
    keys, plans, everywhere = Keys(), 0, municipalities(wanted)
    with publishing("site"):
        for start in range(0, wanted, _AT_ONCE):
            places = everywhere[start : start + _AT_ONCE]
            plans += _store(places, keys, seed)
            tell(start + len(places))
    return plans


def _refuse_what_is_there(beside_others):
    if Publisher.objects.filter(slug__startswith="sample-").exists():
        raise NationError("架空の市区町村は、すでにこのデータベースにあります。")
    if not beside_others and Observation.objects.exists():
        raise NationError(
            "このデータベースには、ほかの実績値があります。別のデータベースで作るか、"
            "並べてよければ --beside-others を付けてください。"
        )


def _store(places, keys, seed):
    batch = Batch(keys)
    plans = [plan for place in places for plan in _municipality(batch, place, seed)]
    with publishing(*(f"plan:{plan.slug}" for plan in plans)):
        batch.write()
        for plan in plans:
            bring_up_to_date(plan)
        keys.settle()
    return len(plans)


def _municipality(batch: Batch, place: Municipality, seed: int) -> list[Plan]:
    random = Random(f"{seed}/{place.code}")
    is_gathering = place.number % _GATHERING == 0
    of_body, plans = bodies(batch, place, random), {}
    staff = {
        name: Staff(batch, body, is_gathering=is_gathering)
        for name, body in of_body.items()
    }
    for outline in outlines():
        body, parent = of_body[outline["body"]], plans.get(outline.get("parent"))
        plan = plan_of(batch, place, outline, body, parent)
        plans[outline["slug"]] = plan
        values = PlanValues(batch, plan, random, is_gathering=is_gathering)
        _levels(batch, plan, outline, body, values, staff[outline["body"]])
    return list(plans.values())


def _levels(batch, plan, outline, body, values, staff):
    for record, said in levels(batch, plan, outline, body.departments):
        if isinstance(said, list):
            for place, row in enumerate(said, start=1):
                values.survey(record, place, row)
        else:
            staff.is_asked_for(values.target(record, *said))
            values.review(record)

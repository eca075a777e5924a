"""The filters of a search: counts by plan and by kind, each a link."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plans.models import SearchEntry
from plans.presenters import plan_name
from plans.search import query
from plans.search.hits import Hit, PlanOfHit
from welfare_plan.search.asked import Asked
from welfare_plan.search.kinds import KINDS

MOST_PLANS = 12


@dataclass(frozen=True)
class Found:
    """What was found before filtering.

    `plan` is the plan that was asked for; None for all plans.
    """

    hits: Sequence[Hit]
    kind: str
    plan: PlanOfHit | None

    @property
    def is_capped(self) -> bool:
        return len(self.hits) > query.MOST_COUNTED

    @property
    def is_filtered(self) -> bool:
        return self.plan is not None or bool(self.kind)

    @property
    def here(self) -> int:
        """How many entries both filters leave."""
        return min(len(self.hits_here), query.MOST_COUNTED)

    @cached_property
    def hits_here(self) -> list[Hit]:
        """What both filters leave."""
        return [
            hit
            for hit in self.hits
            if self._is_of_plan(hit) and self.kind in ("", hit.kind)
        ]

    @cached_property
    def of_plans(self) -> Counter:
        """Per key of a plan, within the kind that was asked for."""
        return Counter(hit.plan.pk for hit in self.hits if self.kind in ("", hit.kind))

    @cached_property
    def of_kinds(self) -> Counter:
        """Per kind, within the plan that was asked for."""
        return Counter(hit.kind for hit in self.hits if self._is_of_plan(hit))

    def _is_of_plan(self, hit):
        return self.plan is None or self.plan.pk == hit.plan.pk

    @property
    def plans(self) -> list[PlanOfHit]:
        """Those with the most hits first; of as many, as they stand on the site."""
        plans = {hit.plan.pk: hit.plan for hit in self.hits}
        of_kind = (plans[pk] for pk in self.of_plans)
        return sorted(of_kind, key=lambda plan: (-self.of_plans[plan.pk], plan))


def filters(asked: Asked, found: Found, shown: Sequence[SearchEntry]) -> list[dict]:
    """The rows of links; a row that leaves no choice is left out.

    Where not everything was counted the links stand without numbers, and offer what
    the page shows first, counted or not.
    """
    kind_options = _kind_options(found, {entry.kind for entry in shown})
    plan_options = _plan_options(found, shown)
    rows = [
        _filter("種類で絞り込む", _links(asked, found, "kind", kind_options)),
        {
            **_filter("計画で絞り込む", _links(asked, found, "plan", plan_options)),
            "more": _more(found),
        },
    ]
    return [row for row in rows if len(row["links"]) > 2 or row["is_chosen"]]


def _more(found):
    """That there are more plans than links; how many, where all were counted."""
    if found.is_capped:
        return "ほかの計画にもあることがあります。"
    left = len(found.of_plans) - MOST_PLANS
    return f"ほかに{left:,}の計画にあります。" if left > 0 else ""


def _filter(label, links):
    return {
        "label": label,
        "links": links,
        "choices": len(links) - 1,
        "is_chosen": any(link["is_chosen"] for link in links[1:]),
    }


def _plan_options(found, shown):
    chosen = [found.plan] if found.plan else []
    on_page = map(_plan_of, shown) if found.is_capped else []
    offered: dict[int, PlanOfHit] = {}
    for plan in (*chosen, *on_page, *found.plans):
        offered.setdefault(plan.pk, plan)
    return [
        (plan.slug, plan_name(plan), found.of_plans[plan.pk])
        for plan in sorted([*offered.values()][:MOST_PLANS])
    ]


def _plan_of(entry):
    """The plan of an entry that is read whole, as that of one that is counted."""
    return PlanOfHit(*(getattr(entry.plan, name) for name in PlanOfHit._fields))


def _kind_options(found, kinds):
    counted = found.of_kinds
    return [
        (kind, word, counted[kind])
        for kind, word in KINDS.items()
        if counted[kind] or kind == found.kind or kind in kinds
    ]


def _links(asked, found, name, options):
    chosen = getattr(found, name) not in (None, "")
    total = sum((found.of_plans if name == "plan" else found.of_kinds).values())
    everything = ("", "すべて", total)
    return [
        {
            "text": text,
            "count": "" if found.is_capped else f"{count:,}",
            "url": asked.url(**{name: value}),
            "is_chosen": getattr(asked, name) == value if chosen else not value,
        }
        for value, text, count in (everything, *options)
    ]

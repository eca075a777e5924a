"""The filters of a search: counts by plan and by kind, each a link."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from plans.search.query import MOST_COUNTED
from welfare_plan.search.asked import Asked
from welfare_plan.search.kinds import KINDS

MOST_PLANS = 12


@dataclass(frozen=True)
class Found:
    """What was found before filtering, as (plan, kind) of each entry.

    `plan` is the key of the plan that was asked for; None for all plans.
    """

    pairs: Sequence[tuple[int, str]]
    kind: str
    plan: int | None

    @property
    def is_capped(self) -> bool:
        return len(self.pairs) > MOST_COUNTED

    @property
    def everywhere(self) -> int:
        return min(len(self.pairs), MOST_COUNTED)

    @property
    def here(self) -> int:
        """How many entries both filters leave."""
        return min(self.here_of_kinds.total(), MOST_COUNTED)

    @cached_property
    def here_of_kinds(self) -> Counter:
        """Per kind, what both filters leave."""
        return Counter(kind for plan, kind in self.pairs if self._fits(plan, kind))

    def _fits(self, plan, kind):
        return self.plan in (None, plan) and self.kind in ("", kind)

    @cached_property
    def of_plans(self) -> Counter:
        """Per plan, within the kind that was asked for."""
        return Counter(plan for plan, kind in self.pairs if self.kind in ("", kind))

    @cached_property
    def of_kinds(self) -> Counter:
        """Per kind, within the plan that was asked for."""
        return Counter(kind for plan, kind in self.pairs if self.plan in (None, plan))


def plans_offered(pairs: Iterable[tuple[int, str]]) -> list[int]:
    """The plans that a filter may show of those found, whatever the kind asked for."""
    by_kind: dict[str, Counter] = defaultdict(Counter)
    for plan, kind in pairs:
        by_kind[kind][plan] += 1
        by_kind[""][plan] += 1
    return [
        plan
        for counted in by_kind.values()
        for plan in sorted(counted, key=lambda pk: (-counted[pk], pk))[:MOST_PLANS]
    ]


def filters(asked: Asked, found: Found, plans: dict[int, dict]) -> list[dict]:
    """The rows of links; a row that leaves no choice is left out.

    Where not everything was counted the links stand without numbers.
    """
    rows = [
        _filter("種類で絞り込む", _links(asked, found, "kind", _kind_options(found))),
        {
            **_filter(
                "計画で絞り込む",
                _links(asked, found, "plan", _plan_options(found, plans)),
            ),
            "more": _more(found),
        },
    ]
    return [row for row in rows if len(row["links"]) > 2 or row["is_chosen"]]


def _more(found):
    """That there are more plans than links; how many, where all were counted."""
    left = len(found.of_plans) - MOST_PLANS
    if left <= 0:
        return ""
    if found.is_capped:
        return "ほかの計画にもあります。"
    return f"ほかに{left:,}の計画にあります。"


def _filter(label, links):
    return {
        "label": label,
        "links": links,
        "choices": len(links) - 1,
        "is_chosen": any(link["is_chosen"] for link in links[1:]),
    }


def _plan_options(found, plans):
    counted = found.of_plans.copy()
    if found.plan is not None:
        counted.setdefault(found.plan, 0)
    many = sorted(counted, key=lambda pk: (pk != found.plan, -counted[pk], pk))
    shown = set(many[:MOST_PLANS])
    return [
        (row["slug"], row["name"], counted[pk])
        for pk, row in plans.items()
        if pk in shown
    ]


def _kind_options(found):
    counted = found.of_kinds
    return [
        (kind, word, counted[kind])
        for kind, word in KINDS.items()
        if counted[kind] or kind == found.kind
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

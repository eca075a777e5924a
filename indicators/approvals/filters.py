"""Which of the waiting answers are shown, from the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from indicators.approvals.owners import NOBODY, Owner
from indicators.approvals.waiting import APPROVED, FIGURE, REVIEW, SUBMITTED, Waiting
from indicators.ticked import whole_number
from plans.fiscal_year import era_text
from plans.places import EVERYWHERE, MOST_OPTIONS, Place

TABS = (
    (FIGURE, SUBMITTED, "実績：承認待ち"),
    (FIGURE, APPROVED, "実績：公開待ち"),
    (REVIEW, SUBMITTED, "評価：承認待ち"),
    (REVIEW, APPROVED, "評価：公開待ち"),
)


@dataclass(frozen=True)
class Filter:
    """A tab (kind and state), and choices; None is all."""

    kind: str = FIGURE
    state: str = SUBMITTED
    plan: int | None = None
    department: int | None = None
    year: int | None = None
    page: int = 1
    place: Place = EVERYWHERE

    @classmethod
    def from_query(cls, query) -> "Filter":
        tab = (query.get("kind", FIGURE), query.get("state", SUBMITTED))
        known = tab in {(kind, state) for kind, state, _ in TABS}
        numbers = {
            name: whole_number(query.get(name, ""))
            for name in ("plan", "department", "year")
        }
        page = whole_number(query.get("page", "")) or 1
        return cls(*(tab if known else ()), **numbers, page=page, place=Place.of(query))

    def is_in_tab(self, row: Waiting) -> bool:
        return (row.kind, row.state) == (self.kind, self.state)

    def keeps(self, row: Waiting, owners: Mapping[int, Owner] | None) -> bool:
        """Of a row of the tab; `owners` are needed where a department is chosen."""
        return (
            self.plan in (None, row.plan)
            and self.year in (None, row.year)
            and (
                self.department is None
                or self.department == owners.get(row.pk, NOBODY).key
            )
        )

    def query(self, **changes) -> str:
        values = {**vars(self), "page": None, **changes}
        values |= values.pop("place").query()
        return urlencode({k: v for k, v in values.items() if v is not None})


def tabs_of(rows: list[Waiting], chosen: Filter) -> list[dict]:
    return [
        {
            "word": word,
            "count": f"{sum((row.kind, row.state) == tab for row in rows):,}件",
            "query": Filter(*tab).query(),
            "is_here": tab == (chosen.kind, chosen.state),
        }
        for *tab, word in TABS
        for tab in [tuple(tab)]
    ]


def selects_of(
    tab: list[Waiting], owners: Mapping[int, Owner] | None, chosen: Filter
) -> list[dict]:
    """A select for each choice that the tab's rows leave open, and not too widely.

    None for departments where the `owners` of all rows are not known: of so many plans
    a place is chosen first.
    """
    departments = None
    if owners is not None:
        departments = dict(owners.get(row.pk, NOBODY) for row in tab)
    options = {
        "plan": ("計画", {row.plan: row.plan_name for row in tab}),
        "department": ("担当課", departments),
        "year": ("年度", {row.year: era_text(row.year) for row in tab}),
    }
    return [
        {
            "name": name,
            "label": label,
            "options": [
                {"value": value, "text": text, "selected": value == chosen_value}
                for value, text in [("", "すべて"), *found.items()]
            ],
        }
        for name, (label, found) in options.items()
        for chosen_value in [getattr(chosen, name)]
        if found is not None and len(found) <= MOST_OPTIONS
    ]

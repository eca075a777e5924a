"""Pages that gather from all plans, where there are more plans than one page holds.

They show the plans of one page, and offer a choice of prefecture and municipality that
narrows them. With few plans nothing of this is seen.
"""

import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from plans.changes.paging import Paging
from plans.models import Plan
from plans.prefectures import BY_CODE, PREFECTURES

PLANS_A_PAGE = 12
# A select box with more options is left out: a place is chosen instead.
MOST_OPTIONS = 100
PARAMETERS = ("prefecture", "city")
_LONGEST = 50
_CODE = re.compile(r"[0-9]{6}")


def is_typed(values) -> bool:
    """Whether an address asks for a part of a city's name, and not for its code."""
    city = values.get("city", "")
    return bool(city) and not _CODE.fullmatch(city)


@dataclass(frozen=True)
class Place:
    """A prefecture by its two digits, a municipality by code or by a part of its name;
    empty means everywhere."""

    prefecture: str = ""
    city: str = ""

    @classmethod
    def of(cls, values) -> "Place":
        """What an address asks for; a prefecture that there is not is left out."""
        prefecture = values.get("prefecture", "")
        city = values.get("city", "").replace("\0", "").strip()[:_LONGEST]
        return cls(prefecture if prefecture in BY_CODE else "", city)

    def __bool__(self):
        return bool(self.prefecture or self.city)

    @property
    def is_one_city(self) -> bool:
        return bool(_CODE.fullmatch(self.city))

    def query(self) -> dict[str, str]:
        given = {"prefecture": self.prefecture, "city": self.city}
        return {name: value for name, value in given.items() if value}

    def text(self, area: str = "") -> str:
        """In words: 千葉県の柏市. `area` is the name of the municipality, if known."""
        prefecture = BY_CODE[self.prefecture].name if self.prefecture else ""
        if self.is_one_city:
            is_there = area and self.city.startswith(self.prefecture)
            of_prefecture = f"{prefecture}の" if prefecture else ""
            return f"{of_prefecture}{area}" if is_there else "選んだ地域"
        if self.city:
            among = f"{prefecture}内のうち、" if prefecture else ""
            return f"{among}名前に「{self.city}」がある地域と団体"
        return f"{prefecture}内"

    def within(self, path: str = "") -> Q:
        """Plans of the place; `path` leads from other records to their plan."""
        named = Q(**{f"{path}area_name__contains": self.city})
        return self._found(f"{path}publisher__", named)

    def of_publishers(self, path: str = "") -> Q:
        """Publishers of the place; `path` leads to them from other records."""
        return self._found(path, Q())

    def _found(self, publisher, named):
        found, code = Q(), f"{publisher}municipality_code"
        if self.prefecture:
            found &= Q(**{f"{code}__startswith": self.prefecture})
        if self.is_one_city:
            found &= Q(**{code: self.city})
        elif self.city:
            found &= named | Q(**{f"{publisher}name__contains": self.city})
        return found


EVERYWHERE = Place()


class PlansShown:
    """The plans of one page of a list, with what leads to the others."""

    def __init__(self, plans: list[Plan], place: Place, paging: Paging):
        self.plans, self.place, self.paging = plans, place, paging

    @classmethod
    def of(
        cls, plans: QuerySet, values, *, size=PLANS_A_PAGE, kept=None
    ) -> "PlansShown":
        """One query. `kept` are the other choices of the page, as its address has
        them; they stay when the reader goes on."""
        place = Place.of(values)
        number = Paging.of({"page": values.get("page", "")}, size).number
        paging = Paging(number, size, {**(kept or {}), **place.query()})
        rows = plans.filter(place.within()).select_related("publisher")
        rows = rows[paging.start : paging.start + paging.fetched]
        return cls(paging.cut(list(rows)), place, paging)

    @property
    def are_some_of_many(self) -> bool:
        """Whether there are other plans than those shown."""
        return bool(self.place or self.paging.number > 1 or self.paging.has_next)

    def chooser(self, base: str, kept=None) -> dict | None:
        """What components/place_chooser.html shows; None where there are few plans."""
        if not self.are_some_of_many:
            return None
        names = [plan.area_name for plan in self.plans]
        return chooser_of(self.place, base, names, kept)


def chooser_of(place: Place, base: str, found=(), kept=None) -> dict:
    """The form that chooses a place; `found` are the names of the places found, by the
    first of which one is called that an address gives by its code."""
    city = place.city
    if place.is_one_city:
        city = found[0] if found else ""
    return {
        "action": base,
        "kept": list((kept or {}).items()),
        "city": city,
        "options": [
            {
                "value": each.code,
                "text": each.name,
                "selected": each.code == place.prefecture,
            }
            for each in PREFECTURES
        ],
        "is_chosen": bool(place),
        "finds_nothing": bool(place) and not found,
    }

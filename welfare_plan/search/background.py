"""What a search knows before it looks for anything."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet, Value
from django.db.models.fields import IntegerField

from plans.models import PageRevision, Plan, Publisher, Reading
from plans.page_words import SITE_STATE, Checks, sample_checks, site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
from plans.publishing import EVERYTHING
from plans.search.hits import PlanOfHit
from welfare_plan.search.asked import Asked
from welfare_plan.search.wider import kana_stretches

_OF_PLAN = {name: name for name in PlanOfHit._fields}
_OF_MUNICIPALITY = {
    "kind": "publisher__kind",
    "name": "publisher__name",
    "area": "area_name",
}
# Of publishers whose code is not known it is empty.
_NO_CODE = "-"


@dataclass(frozen=True)
class Background:
    """The plan that is asked for, if there is one; the area of the municipality that
    is; the words of each reading; the revision of all that is published; and the state
    of the site, for its pages.
    """

    plan: PlanOfHit | None
    area: str
    readings: Mapping[str, Sequence[str]]
    revision: int | None
    site_state: list[dict]


def background_of(asked: Asked) -> Background:
    """What is known of a search; one query."""
    given = {"checks": sample_checks(), "slug": asked.plan}
    given["municipality"] = asked.place.city or _NO_CODE
    stretches = _of_few_lengths(kana_stretches(asked))
    parts = by_kind(
        _with_readings(**given, stretches=stretches)
        if stretches
        else _without_readings(**given)
    )
    readings = defaultdict(list)
    for row in parts["reading"]:
        readings[row["reading"]].append(row["code"])
    plans = [
        PlanOfHit(*(row[name] for name in PlanOfHit._fields)) for row in parts["plan"]
    ]
    revisions = [row["revision"] for row in parts["everything"]]
    return Background(
        plan=next(iter(plans), None),
        area=_area_of(parts["municipality"]),
        readings=readings,
        revision=next(iter(revisions), None),
        site_state=parts[SITE_STATE],
    )


@prepared(fixed=("checks",))
def _without_readings(checks: Checks, slug: str, municipality: str):
    return union_of(*_parts(checks, slug, municipality))


@prepared(fixed=("checks",))
def _with_readings(checks: Checks, slug: str, municipality: str, stretches: list[str]):
    rows = Reading.objects.filter(reading__in=stretches, after="")
    rows = _named(rows, "word")
    parts = _parts(checks, slug, municipality)
    return union_of(*parts, part("reading", rows, reading="reading"))


def _area_of(plans):
    """What the municipality of some plans is called; empty where they do not agree."""
    own = {row["name"] for row in plans if row["kind"] == Publisher.Kind.MUNICIPALITY}
    names = own or {row["area"] for row in plans}
    return names.pop() if len(names) == 1 else ""


def _of_few_lengths(stretches):
    """As many as a power of two, the last one repeated: each length is a query of its
    own, and a connection of PostgreSQL keeps a hundred.
    """
    length = 1 << (len(stretches) - 1).bit_length() if stretches else 0
    return [*stretches, *stretches[-1:] * (length - len(stretches))]


def _parts(checks, slug, municipality):
    plans = Plan.objects.public().annotate(code=F("slug"))
    own = plans.filter(publisher__municipality_code=municipality)
    newest = _named(PageRevision.objects.filter(scope=EVERYTHING), "scope")
    return (
        site_part(checks),
        part("everything", newest, revision="rev"),
        part("municipality", own, **_OF_MUNICIPALITY),
        part("plan", plans.filter(slug=slug), **_OF_PLAN),
    )


def _named(rows: QuerySet, name: str) -> QuerySet:
    """Rows that have neither code nor position as parts, by their name."""
    position = Value(0, output_field=IntegerField())
    return rows.annotate(code=F(name), position=position)

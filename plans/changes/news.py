"""What residents are told of changes: entries of many kinds as one list, newest first.

Each kind of record has a story that finds its public changes and tells them. This app
registers its own; higher apps register theirs when they are ready:

    register_story(ValueStory())
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from django.db.models import CharField, F, QuerySet, Value
from django.utils import timezone

from plans.changes.public_times import PublicTimes
from plans.changes.told import Told
from plans.compound import first_rows
from plans.fiscal_year import latest_finished
from plans.history_reasons import is_loading
from plans.models import Plan
from plans.parts import union_of
from plans.prepared import prepared

# More changes than anybody reads; what is older stands on the pages of its records.
MOST = 2_000


class Story(Protocol):
    kind: str
    # Whether only what happened while the plan was public is told.
    needs_public_plan: bool

    def places(self, plan: int | None, last_finished: int) -> QuerySet:
        """The public changes of the plan of a key, or of all public plans, where the
        fiscal years up to one are over:
        (moment, number, plan, the reason under which rows of a file are gathered)."""

    def details(self, numbers: list[int]) -> QuerySet:
        """(number, values as JSON) of some of them."""

    def tell(self, row: dict) -> Told: ...


_stories: dict[str, Story] = {}


def register_story(story: Story) -> None:
    _stories[story.kind] = story


@dataclass(frozen=True)
class Place:
    """Where one entry comes from; all that one file changed on a day is one entry."""

    kind: str
    moment: datetime
    number: int
    plan: int
    gathered: str = ""
    count: int = field(default=1, compare=False)

    @property
    def day(self) -> date:
        return timezone.localdate(self.moment)


def places(plan=None) -> list[Place]:
    """All that is told of a plan, or of all public plans; two queries at most."""
    given = {"kinds": tuple(_stories), "last_finished": _last_finished()}
    rows = _of_all(**given) if plan is None else _of_one(**given, plan=plan.pk)
    found = [Place(*row) for row in rows]
    times = _public_times({each.plan for each in found if _needs_public_plan(each)})
    return _files_as_one([each for each in found if _is_public(each, times)])


# Two dozen parts: making the SQL anew took longer than all else on the page.
@prepared(fixed=("kinds", "last_finished"))
def _of_one(kinds: tuple[str, ...], last_finished: int, plan: int):
    return _newest(kinds, plan, last_finished)


@prepared(fixed=("kinds", "last_finished"))
def _of_all(kinds: tuple[str, ...], last_finished: int):
    return _newest(kinds, None, last_finished)


def _last_finished():
    return latest_finished(timezone.localdate())


def _newest(kinds, plan, last_finished):
    parts = [_rows(kind, _stories[kind].places(plan, last_finished)) for kind in kinds]
    return first_rows(parts, ["-news_moment", "news_kind", "-news_number"], 0, MOST)


def _rows(kind, rows):
    return rows.annotate(news_kind=Value(kind, output_field=CharField())).values_list(
        "news_kind", "news_moment", "news_number", "news_plan", "news_gathered"
    )


def _public_times(plans):
    states = Plan.history.filter(id__in=plans).order_by("history_date", "history_id")
    return PublicTimes(states.values_list("id", "history_date", "state"))


def _needs_public_plan(place):
    return _stories[place.kind].needs_public_plan


def _is_public(place, times):
    return not _needs_public_plan(place) or times.has(place.plan, place.moment)


def _files_as_one(found):
    """One place for all that one file changed on a day.

    None for a plan file on the day on which the plan came: that is told as a new plan.
    """
    came = {(each.plan, each.day) for each in found if each.kind == "plan"}
    counts = defaultdict(int)
    for each in found:
        if each.gathered:
            counts[_file(each)] += 1
    told, kept = set(), []
    for each in found:
        if not each.gathered or each.kind == "plan":
            kept.append(each)
        elif _file(each) not in told and not _is_coming(each, came):
            told.add(_file(each))
            kept.append(replace(each, count=counts[_file(each)]))
    return kept


def _file(place):
    return place.plan, place.day, place.gathered


def _is_coming(place, came):
    return is_loading(place.gathered) and (place.plan, place.day) in came


def told(
    chosen: list[Place], *parts: QuerySet
) -> tuple[list[tuple[Place, Told | None]], dict[str, list[dict]]]:
    """The entries in words, None for a file, which counts alone; and the rows of
    further `parts`, of which there is one at least, by their kind. One query.
    """
    wanted = defaultdict(list)
    for place in chosen:
        if not place.gathered or place.kind == "plan":
            wanted[place.kind].append(place.number)
    details = [_details(kind, numbers) for kind, numbers in wanted.items()]
    rows, others = {}, defaultdict(list)
    for kind, number, _, row in union_of(*details, *parts):
        if kind in _stories:
            rows[kind, number] = row
        else:
            others[kind].append(row)
    return [(place, _told(place, rows)) for place in chosen], others


def _told(place, rows):
    row = rows.get((place.kind, place.number))
    return None if row is None else _stories[place.kind].tell(row)


def _details(kind, numbers):
    """In the columns of `plans.parts`."""
    text = CharField()
    return (
        _stories[kind]
        .details(numbers)
        .order_by()
        .annotate(
            part_kind=Value(kind, output_field=text),
            part_position=F("news_number"),
            part_code=Value("", output_field=text),
            part_row=F("news_row"),
        )
        .values_list("part_kind", "part_position", "part_code", "part_row")
    )

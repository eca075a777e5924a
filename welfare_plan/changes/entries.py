"""The public entries, ready to be shown on a page or sent in a feed."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F

from plans.changes import news
from plans.changes.news import Place
from plans.changes.told import Told, ToldChange
from plans.history_reasons import file_key, is_import, told_reason
from plans.models import Plan
from plans.page_words import SITE_TERM, site_part
from plans.parts import part
from plans.presenters import plan_name


@dataclass(frozen=True)
class Entry:
    """One change. `key` names it for good, whatever is told of it later."""

    key: str
    moment: datetime
    sentence: str
    url: str
    plan: str
    plan_url: str
    changes: list[ToldChange] = field(default_factory=list)
    reason: str = ""


# The plans that entries speak of, with what names and finds them.
_PLAN, _COLUMNS = "plan_told", ("id", "slug", "title", "working_title")


def read_entries(chosen: list[Place]) -> tuple[list[Entry], list[dict]]:
    """The entries of some places, and the rows of `site_part`; one query."""
    told, parts = news.told(chosen, _plans_part(chosen), site_part())
    plans = {row["id"]: Plan(**_own(row)) for row in parts[_PLAN]}
    entries = [
        _entry(place, words, plans[place.plan])
        for place, words in told
        if words is not None or place.gathered
    ]
    return entries, parts[SITE_TERM]


def _plans_part(chosen):
    plans = Plan.objects.public().filter(pk__in={place.plan for place in chosen})
    columns = {name: name for name in _COLUMNS}
    return part(_PLAN, plans.annotate(code=F("slug")), **columns)


def _own(row):
    return {name: row[name] for name in _COLUMNS}


def _entry(place: Place, told: Told | None, plan: Plan) -> Entry:
    if told is None:
        told = _told_of_file(place, plan)
    return Entry(
        key=_key(place),
        moment=place.moment,
        sentence=told.sentence,
        url=told.url,
        plan=plan_name(plan),
        plan_url=plan.get_absolute_url(),
        changes=told.changes,
        reason=told.reason,
    )


def _told_of_file(place, plan):
    done = f"計画の内容を{place.count}か所直しました。"
    if is_import(place.gathered):
        how = "ファイルの取り込みによる変更です。"
    else:
        how = "計画ファイルにもとづいて、"
    reason = told_reason(place.gathered)
    return Told(f"{how}{done}", plan.get_absolute_url(), reason=reason)


def _key(place):
    if not place.gathered or place.kind == "plan":
        return f"{place.kind}/{place.number}"
    kind = "import" if is_import(place.gathered) else "loading"
    file = file_key(place.gathered)
    return f"{kind}/{place.plan}/{place.day.isoformat()}/{file}"

"""The public entries, ready to be shown on a page or sent in a feed."""

from dataclasses import dataclass, field
from datetime import datetime

from plans.changes import news
from plans.changes.news import Place
from plans.changes.told import Told, ToldChange
from plans.history_reasons import file_key, is_import, told_reason
from plans.models import Plan
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


def plans_of(chosen: list[Place]) -> dict[int, Plan]:
    """The plans that some places speak of, by key; one query."""
    return Plan.objects.public().in_bulk({place.plan for place in chosen})


def entries_of(chosen: list[Place], plans: dict[int, Plan]) -> list[Entry]:
    """The entries of some places; `plans` are those that they speak of, by key."""
    return [
        _entry(place, told, plans[place.plan])
        for place, told in news.told(chosen)
        if told is not None or place.gathered
    ]


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

"""The plans of one invented municipality as records: bodies, levels, texts."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from initiatives.models import CocreationAction, Department, Initiative
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    Measure,
    Plan,
    Publisher,
    Section,
    SourceDocument,
)
from welfare_plan.nation.batch import Batch
from welfare_plan.nation.municipalities import Municipality
from welfare_plan.nation.shapes import BASELINE_YEAR, GOAL_YEAR

_FILE = Path(__file__).with_name("plans.yaml")
_BODIES = {
    "city": (Publisher.Kind.MUNICIPALITY, "", ""),
    "council": (Publisher.Kind.SOCIAL_WELFARE_COUNCIL, "-shakyo", "社会福祉協議会"),
}
_DEPARTMENTS = {
    "city": {
        "fukushi": "地域福祉課",
        "kaigo": "介護保険課",
        "kodomo": "こども課",
        "shogai": "障害福祉課",
        "kenko": "健康課",
        "bosai": "防災課",
    },
    "council": {"jimukyoku": "事務局"},
}
# Behind the plans that are real, of which nobody has so many.
_POSITION = 1_000
_MOST_POSITIONS = 8_000
_ABOUT = (
    "サンプル（架空）の計画です。この市区町村はなく、もとになる資料もありません。\n\n"
    "画面の見え方と速さを確かめるために作りました。"
)


@cache
def outlines() -> tuple[dict, ...]:
    """What the plans of every municipality say."""
    return tuple(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Body:
    publisher: Publisher
    departments: dict[str, Department]


def bodies(batch: Batch, place: Municipality, random: Random) -> dict[str, Body]:
    """The municipality and its council, each with its departments."""
    return {
        name: Body(
            publisher := _publisher(batch, place, name, random),
            {
                code: batch.add(
                    Department, publisher=publisher, code=code, name=department
                )
                for code, department in _DEPARTMENTS[name].items()
            },
        )
        for name in _BODIES
    }


def _publisher(batch, place, name, random):
    """Some have not said how to reach them, nor how their data may be used."""
    kind, ending, word = _BODIES[name]
    slug, is_reached = f"{place.slug}{ending}", random.random() < 0.8
    contact = {
        "contact_name": f"{word or '地域福祉課'}（サンプル）",
        "contact_phone": "000-000-0000",
        "contact_email": f"fukushi@{slug}.example",
        "contact_url": f"https://{slug}.example/",
    }
    return batch.add(
        Publisher,
        slug=slug,
        name=f"{place.name}{word}",
        kind=kind,
        municipality_code=place.code,
        licence=random.choice(["", *Publisher.Licence.values]),
        **(contact if is_reached else {}),
    )


def plan_of(batch: Batch, place: Municipality, outline: dict, body: Body, parent):
    """One plan with its sections, terms and windows; its levels come with `levels`."""
    title = f"{place.name}{outline['name']}（サンプル）"
    document = batch.add(
        SourceDocument,
        code=f"{place.slug}-{outline['slug']}",
        title=title,
        description="架空の計画です。もとになる資料はありません。",
    )
    return batch.add(
        Plan,
        slug=f"{place.slug}-{outline['slug']}",
        state=Plan.State.PUBLISHED,
        kind=outline["kind"],
        title=title,
        publisher=body.publisher,
        area_name=place.name,
        period_start_fy=BASELINE_YEAR + 1,
        period_end_fy=GOAL_YEAR,
        parent=parent,
        source_document=document,
        target_label=outline["target_label"],
        position=_POSITION + place.number % _MOST_POSITIONS,
    )


def levels(batch: Batch, plan: Plan, outline: dict, departments: dict):
    """Yields (policy, its surveys) and (initiative, the row of its target) in turn."""
    measures = []
    for number, row in enumerate(outline["policies"], start=1):
        policy = batch.add(
            BasicPolicy,
            plan=plan,
            code=str(number),
            position=number,
            title=row["title"],
            overview=f"{row['overview']}（サンプル）",
        )
        yield policy, row["surveys"]
        for place, below in enumerate(row["measures"], start=1):
            measure = _measure(batch, policy, place, below)
            measures.append(measure)
            yield from _initiatives(batch, measure, below, departments)
    _beside(batch, plan, outline, measures)


def _measure(batch, policy, place, row):
    return batch.add(
        Measure,
        plan=policy.plan,
        policy=policy,
        code=f"{policy.code}-{place}",
        position=place,
        label=f"基本施策 {place}",
        title=row["title"],
        description=f"{row['title']}を進めます。（サンプル）",
        themes=row["themes"],
    )


def _initiatives(batch, measure, row, departments):
    for place, (title, department, shape, name) in enumerate(row["initiatives"], 1):
        initiative = batch.add(
            Initiative,
            plan=measure.plan,
            measure=measure,
            code=f"{measure.code}-{place}",
            position=place,
            title=title,
            description=f"地域の人や団体と一緒に、{title}取組です。（サンプル）",
            themes=row["themes"],
            department=departments[department],
        )
        yield initiative, (shape, name)


def _beside(batch, plan, outline, measures):
    batch.add(
        Section,
        plan=plan,
        code="about",
        position=1,
        kind=Section.Kind.PURPOSE,
        heading="この計画のねらい",
        body=_ABOUT,
    )
    for place, (term, reading, meaning) in enumerate(outline.get("terms", ()), 1):
        batch.add(
            GlossaryTerm,
            plan=plan,
            code=str(place),
            position=place,
            term=term,
            reading=reading,
            definition=meaning,
        )
    _windows(batch, plan, outline, measures)
    for place, measure in enumerate(measures[::2], 1):
        batch.add(
            CocreationAction,
            plan=plan,
            measure=measure,
            code=str(place),
            position=place,
            actor=CocreationAction.Actor.CITIZEN,
            appeal=f"「{measure.title}」に、一緒に取り組みましょう。（サンプル）",
        )


def _windows(batch, plan, outline, measures):
    for place, row in enumerate(outline.get("windows", ()), 1):
        name, kind, for_whom, about, measure, themes = row
        batch.add(
            ConsultationWindow,
            plan=plan,
            measure=measures[measure],
            code=str(place),
            position=place,
            name=name,
            kind=kind,
            for_whom=for_whom,
            about=about,
            themes=themes,
        )

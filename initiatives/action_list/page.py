"""The page わたしにできること: choices as links, then the actions by actor.

What the plans ask of the city itself is shown only where it is asked for.
"""

from dataclasses import replace

from django.urls import reverse

from initiatives.action_list.choices import LABELS, Choices, read_choices
from initiatives.action_list.many import many_actions
from initiatives.action_list.rows import HEADINGS, Actor, action_rows
from initiatives.action_list.shown import ALL, ROWS, TITLE, form_of, groups_of
from initiatives.models import CocreationAction
from plans.changes.paging import Paging
from plans.models import Plan, Theme
from plans.places import Place, PlansShown
from plans.presenters import crumbs

# The actions of more plans than these are not read all at once.
MOST_PLANS = 60


def actions_page(query) -> dict:
    """Three queries: the plans that have actions, the actions, and the themes."""
    themes = dict(Theme.objects.values_list("slug", "name"))
    with_actions = CocreationAction.objects.order_by().values("plan")
    plans = Plan.objects.public().filter(pk__in=with_actions)
    shown = PlansShown.of(plans, Place.of(query).query(), size=MOST_PLANS)
    if shown.are_some_of_many and not shown.place.is_one_city:
        return many_actions(query, themes, shown)
    rows = action_rows([plan.pk for plan in shown.plans])
    plans = {row["plan"]["slug"]: row["plan"]["name"] for row in rows}
    offered = {"actor": HEADINGS, "theme": themes, "plan": plans}
    choices = read_choices(query, offered, shown.place)
    found = [row for row in rows if _fits(row, choices)]
    page = _paging(query, choices, len(found))
    base = reverse("actions")
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "apology": choices.apology,
        "actors": _actor_links(rows, choices, base),
        "form": form_of(choices, offered, base),
        "chooser": shown.chooser(base, choices.kept()),
        "sentence": _sentence(found, choices),
        "groups": groups_of(page.cut(found[page.start :]), themes),
        "has_actions": bool(rows),
        "ways_out": _ways_out(rows, choices, base),
        "of_the_city": _of_the_city(rows, choices, base),
        "page": page,
        "size": ROWS,
    }


def _paging(query, choices, count):
    """A page behind the last one is the first."""
    number = Paging.of(query, ROWS).number
    is_there = (number - 1) * ROWS < count
    return Paging(number if is_there else 1, ROWS, choices.chosen())


def _fits(row, choices: Choices) -> bool:
    return (
        _may_act(row["actor"], choices.actor)
        and choices.plan in ("", row["plan"]["slug"])
        and (not choices.theme or choices.theme in row["themes"])
    )


def _may_act(actor, chosen):
    return actor == chosen if chosen else actor != Actor.CITY


def _actor_links(rows, choices, base):
    """Who may act, each with how many actions the other choices leave."""
    links = []
    for actor, text in {"": ALL, **HEADINGS}.items():
        there = replace(choices, actor=actor)
        count = sum(_fits(row, there) for row in rows)
        is_current = actor == choices.actor
        if is_current or (count and actor != Actor.CITY):
            links.append(
                {
                    "text": f"{text}（{count}件）",
                    "url": there.address(base),
                    "is_current": is_current,
                }
            )
    return links


def _sentence(found, choices):
    if not choices.is_narrowed:
        return f"計画が呼びかけていることは、{len(found)}件あります。"
    count = f"{len(found)}件あります" if found else "ありません"
    return f"選んだ条件に合うものは、{count}。"


def _ways_out(rows, choices, base):
    """Choices with one condition less that do find something."""
    links = []
    for name in LABELS:
        if getattr(choices, name) and any(
            _fits(row, replace(choices, **{name: ""})) for row in rows
        ):
            links.append(
                {
                    "text": f"「{LABELS[name]}」の条件を外す",
                    "url": choices.address(base, **{name: ""}),
                }
            )
    return links


def _of_the_city(rows, choices, base):
    """The way to what the city does itself, unless it is shown already."""
    there = replace(choices, actor=Actor.CITY)
    count = sum(_fits(row, there) for row in rows)
    if not count or choices.actor == Actor.CITY:
        return None
    return {"text": f"市がすることを見る（{count}件）", "url": there.address(base)}

"""The page わたしにできること: choices as links, then the actions by actor.

What the plans ask of the city itself is shown only where it is asked for.
"""

from itertools import groupby

from django.urls import reverse

from initiatives.action_list.choices import LABELS, Choices, read_choices
from initiatives.action_list.rows import HEADINGS, Actor, action_rows
from plans.changes.paging import Paging
from plans.models import Theme
from plans.presenters import crumbs

TITLE = "わたしにできること"
ALL = "すべて"
ROWS = 12


def actions_page(query) -> dict:
    """Two queries: the actions of all plans, and the themes."""
    themes = dict(Theme.objects.values_list("slug", "name"))
    rows = action_rows()
    plans = {row["plan"]["slug"]: row["plan"]["name"] for row in rows}
    offered = {"actor": HEADINGS, "theme": themes, "plan": plans}
    choices = read_choices(query, offered)
    found = [row for row in rows if _fits(row, choices)]
    page = _paging(query, choices, len(found))
    base = reverse("actions")
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "apology": choices.apology,
        "actors": _actor_links(rows, choices, base),
        "form": _form(choices, offered, base),
        "sentence": _sentence(found, choices),
        "groups": _groups(page.cut(found[page.start :]), themes),
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
        there = Choices(actor=actor, theme=choices.theme, plan=choices.plan)
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


def _form(choices, offered, base):
    return {
        "action": base,
        "actor": choices.actor,
        "selects": [
            {
                "name": name,
                "label": LABELS[name],
                "options": [
                    {"value": value, "text": text, "selected": value == made}
                    for value, text in {"": ALL, **offered[name]}.items()
                ],
            }
            for name, made in (("theme", choices.theme), ("plan", choices.plan))
        ],
        "is_open": bool(choices.theme or choices.plan),
        "reset_url": base if choices.is_narrowed else "",
    }


def _sentence(found, choices):
    if not choices.is_narrowed:
        return f"計画が呼びかけていることは、{len(found)}件あります。"
    count = f"{len(found)}件あります" if found else "ありません"
    return f"選んだ条件に合うものは、{count}。"


def _ways_out(rows, choices, base):
    """Choices with one condition less that do find something."""
    links = []
    for name in LABELS:
        values = choices.chosen(**{name: ""})
        if getattr(choices, name) and any(
            _fits(row, Choices(**values)) for row in rows
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
    there = Choices(actor=Actor.CITY, theme=choices.theme, plan=choices.plan)
    count = sum(_fits(row, there) for row in rows)
    if not count or choices.actor == Actor.CITY:
        return None
    return {"text": f"市がすることを見る（{count}件）", "url": there.address(base)}


def _groups(rows, themes):
    return [
        {"heading": HEADINGS[actor], "actions": [_shown(row, themes) for row in those]}
        for actor, those in groupby(rows, key=lambda row: row["actor"])
    ]


def _shown(row, themes):
    return {
        **row,
        "themes": [
            {"name": themes[slug], "url": reverse("theme", args=[slug])}
            for slug in row["themes"]
            if slug in themes
        ],
    }

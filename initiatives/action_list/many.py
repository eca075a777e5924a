"""わたしにできること where there are more plans than a page holds: nothing is counted,
the database looks for the actions of one page. A city's own are shown as on a small
site."""

from django.urls import reverse

from initiatives.action_list.choices import Choices, read_choices
from initiatives.action_list.rows import HEADINGS, Actor, actions_narrowed
from initiatives.action_list.shown import ALL, ROWS, TITLE, form_of, groups_of
from plans.changes.paging import Paging
from plans.places import PlansShown
from plans.presenters import crumbs


def many_actions(query, themes: dict, shown: PlansShown) -> dict:
    """One query more."""
    offered = {"actor": HEADINGS, "theme": themes, "plan": {}}
    choices = read_choices(query, offered, shown.place)
    page = Paging(Paging.of(query, ROWS).number, ROWS, choices.chosen())
    within = shown.place.within("plan__")
    rows = page.cut(actions_narrowed(within, choices, page.start, page.fetched))
    base = reverse("actions")
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "apology": choices.apology,
        "actors": _actors(choices, base),
        "form": form_of(choices, offered, base),
        "chooser": shown.chooser(base, choices.kept()),
        "sentence": "" if rows else "選んだ条件に合うものは、ありません。",
        "groups": groups_of(rows, themes),
        "has_actions": True,
        "ways_out": [],
        "of_the_city": _of_the_city(choices, base),
        "page": page,
        "size": ROWS,
    }


def _actors(choices: Choices, base):
    return [
        {
            "text": text,
            "url": choices.address(base, actor=actor),
            "is_current": actor == choices.actor,
        }
        for actor, text in {"": ALL, **HEADINGS}.items()
        if actor != Actor.CITY or actor == choices.actor
    ]


def _of_the_city(choices, base):
    if choices.actor == Actor.CITY:
        return None
    return {
        "text": "市がすることを見る",
        "url": choices.address(base, actor=Actor.CITY),
    }

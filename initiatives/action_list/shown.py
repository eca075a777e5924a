"""What the page of actions shows, whether all of them are read or some of many."""

from itertools import groupby

from django.urls import reverse

from initiatives.action_list.choices import LABELS, Choices
from initiatives.action_list.rows import HEADINGS

TITLE = "わたしにできること"
ALL = "すべて"
ROWS = 12


def form_of(choices: Choices, offered, base) -> dict:
    """The selects of the page; one without options is left out."""
    return {
        "action": base,
        "kept": [("actor", choices.actor), *choices.place.query().items()],
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
            if offered[name]
        ],
        "is_open": bool(choices.theme or choices.plan),
        "reset_url": base if choices.is_narrowed else "",
    }


def groups_of(rows, themes) -> list[dict]:
    """Actions under the heading of who may act."""
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

"""The actions and appeals of all public plans, as rows in the plans' own words."""

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.urls import reverse

from initiatives.action_list.choices import Choices
from initiatives.models import CocreationAction
from plans.compound import first_rows
from plans.prose import lines
from plans.querysets import on_theme

Actor = CocreationAction.Actor

# In the order in which a resident looks: myself, with others, my area, the city.
HEADINGS = {
    Actor.CITIZEN: "市民ができること",
    Actor.RESIDENTS_AND_GROUPS: "地域住民や団体ができること",
    Actor.COMMUNITY: "地域でできること",
    Actor.CITY: "市がすること",
}
_RESIDENTS = [actor for actor in HEADINGS if actor != Actor.CITY]
# The plan's own names of what an action holds, what one does first.
_TEXTS = (
    ("appeal", "呼びかけ"),
    ("behaviour_change", "行動の変化"),
    ("feeling_change", "気持ちの変化"),
)


# Where an action stands among those of its actor.
_ORDER = {
    "plan_position": F("plan__position"),
    "plan_slug": F("plan__slug"),
    "policy_position": F("measure__policy__position"),
    "measure_position": F("measure__position"),
    "position": None,
    "code": None,
}


def action_rows(plans) -> list[dict]:
    """The actions of some plans with measure and plan, by actor; one query."""
    rows = _with_measures(CocreationAction.objects.filter(plan__in=plans))
    places = [When(actor=actor, then=n) for n, actor in enumerate(HEADINGS)]
    place = Case(*places, output_field=IntegerField())
    return [_row(row) for row in rows.order_by(place, *_ORDER).values()]


def actions_narrowed(within: Q, choices: Choices, start: int, count: int) -> list[dict]:
    """`count` public actions of a place that fit the choices after the first `start`;
    one query.

    Each actor is a part of its own: its first actions stand in the first plans, and
    the database need not put a nation's actions in order to know them.
    """
    rows = CocreationAction.objects.public().filter(within)
    if choices.theme:
        inherited = Q(themes="") & on_theme(choices.theme, "measure__themes")
        rows = rows.filter(on_theme(choices.theme) | inherited)
    actors = [choices.actor] if choices.actor else _RESIDENTS
    parts = [
        _with_measures(rows.filter(actor=actor))
        .annotate(place=Value(n, output_field=IntegerField()))
        .values()
        for n, actor in enumerate(actors)
    ]
    return [_row(row) for row in first_rows(parts, ["place", *_ORDER], start, count)]


def _with_measures(actions):
    return actions.order_by().annotate(
        plan_title=F("plan__title"),
        plan_working_title=F("plan__working_title"),
        measure_code=F("measure__code"),
        measure_label=F("measure__label"),
        measure_title=F("measure__title"),
        measure_themes=F("measure__themes"),
        **{name: path for name, path in _ORDER.items() if path},
    )


def _row(row):
    plan = reverse("plan-detail", args=[row["plan_slug"]])
    measure = reverse("measure-detail", args=[row["plan_slug"], row["measure_code"]])
    return {
        "actor": row["actor"],
        # An action without themes of its own has those of its measure.
        "themes": (row["themes"] or row["measure_themes"]).split(),
        "plan": {
            "slug": row["plan_slug"],
            "name": row["plan_title"] or row["plan_working_title"],
            "is_working_title": not row["plan_title"],
            "url": plan,
        },
        "measure": {
            "label": row["measure_label"],
            "title": row["measure_title"],
            "url": measure,
        },
        "heading": row["heading"],
        "texts": [
            {"label": label, "lines": lines(row[name])}
            for name, label in _TEXTS
            if row[name]
        ],
    }

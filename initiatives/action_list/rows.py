"""The actions and appeals of all public plans, as rows in the plans' own words."""

from django.db.models import Case, F, IntegerField, Q, When
from django.urls import reverse

from initiatives.action_list.choices import Choices
from initiatives.models import CocreationAction
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
# The plan's own names of what an action holds, what one does first.
_TEXTS = (
    ("appeal", "呼びかけ"),
    ("behaviour_change", "行動の変化"),
    ("feeling_change", "気持ちの変化"),
)


def action_rows(plans) -> list[dict]:
    """The actions of some plans with measure and plan, by actor; one query."""
    rows = _with_measures(CocreationAction.objects.filter(plan__in=plans))
    return [_row(row) for row in rows.values()]


def actions_narrowed(within: Q, choices: Choices):
    """The public actions of a place that fit the choices, in the same order."""
    rows = CocreationAction.objects.public().filter(within)
    if choices.actor:
        rows = rows.filter(actor=choices.actor)
    else:
        rows = rows.exclude(actor=Actor.CITY)
    if choices.theme:
        inherited = Q(themes="") & on_theme(choices.theme, "measure__themes")
        rows = rows.filter(on_theme(choices.theme) | inherited)
    return _with_measures(rows)


def rows_of(actions) -> list[dict]:
    """What the page shows of some actions, as `actions_narrowed` gives them."""
    return [_row(row) for row in actions.values()]


def _with_measures(actions):
    places = [When(actor=actor, then=n) for n, actor in enumerate(HEADINGS)]
    return actions.annotate(
        plan_slug=F("plan__slug"),
        plan_title=F("plan__title"),
        plan_working_title=F("plan__working_title"),
        measure_code=F("measure__code"),
        measure_label=F("measure__label"),
        measure_title=F("measure__title"),
        measure_themes=F("measure__themes"),
    ).order_by(
        Case(*places, output_field=IntegerField()),
        "plan__position",
        "plan_id",
        "measure__policy__position",
        "measure__position",
        "position",
        "code",
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

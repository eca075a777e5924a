"""The actions and appeals of all public plans, as rows in the plans' own words."""

from django.db.models import F
from django.urls import reverse

from initiatives.models import CocreationAction
from plans.prose import lines

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


def action_rows() -> list[dict]:
    """Every public action with its measure and plan; one query."""
    rows = (
        CocreationAction.objects.public()
        .annotate(
            plan_slug=F("plan__slug"),
            plan_title=F("plan__title"),
            plan_working_title=F("plan__working_title"),
            measure_code=F("measure__code"),
            measure_label=F("measure__label"),
            measure_title=F("measure__title"),
            measure_themes=F("measure__themes"),
        )
        .order_by(
            "plan__position",
            "plan_id",
            "measure__policy__position",
            "measure__position",
            "position",
            "code",
        )
    )
    order = list(HEADINGS)
    found = [_row(row) for row in rows.values()]
    return sorted(found, key=lambda row: order.index(row["actor"]))


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

"""What one theme gathers from all public plans, asked for in one query."""

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from indicators.models import Target
from indicators.presenters.plan_year import years_parts
from initiatives.models import CocreationAction, Initiative
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    Measure,
    Plan,
    SourceNote,
    Theme,
)
from plans.page_words import site_part
from plans.parts import fetch_parts, part
from plans.presenters import notes_part
from plans.querysets import on_theme

_OF_PLAN = {"plan_id": "plan_id"}


def plans_on(slug: str):
    """The public plans that have something under a theme."""
    # Actions and targets have themes of their own or those of the levels above.
    models = (Measure, Initiative, BasicPolicy, ConsultationWindow, CocreationAction)
    # Looked for plan by plan until the page is full; EXISTS would read all records.
    found = (
        model.objects.filter(on_theme(slug), plan=OuterRef("pk")).order_by()
        for model in models
    )
    first = Coalesce(*(Subquery(rows.values("pk")[:1]) for rows in found))
    plans = Plan.objects.public().alias(first=first).filter(first__isnull=False)
    return plans.select_related("judgement_settings")


def targets_on(slug: str, plans):
    """A target has the themes of its initiative, or of its measure without one."""
    of_initiative = on_theme(slug, "initiative__themes")
    of_measure = Q(initiative=None) & on_theme(slug, "measure__themes")
    targets = Target.objects.filter(of_initiative | of_measure, plan__in=plans)
    return targets.order_by("plan__position", "initiative__position", "position")


def theme_parts(slug: str, targets, plans) -> dict[str, list[dict]]:
    """All themes, and the rows of some plans that belong to this one."""
    notes = SourceNote.objects.filter(about_kind="target", plan__in=plans)
    return fetch_parts(
        site_part(),
        _themes(),
        *_levels(slug, plans),
        *_beside(slug, plans),
        part("target", targets, id="id", **_OF_PLAN),
        notes_part(notes),
        *years_parts(plans),
    )


def _themes():
    themes = Theme.objects.annotate(code=F("slug"))
    return part("theme", themes, name="name", description="description")


def _levels(slug, plans):
    """Policies, measures and initiatives; an initiative brings its measure along."""
    initiatives = Initiative.objects.filter(on_theme(slug), plan__in=plans)
    measures = Measure.objects.filter(
        on_theme(slug) | Q(pk__in=initiatives.order_by().values("measure")),
        plan__in=plans,
    )
    policies = BasicPolicy.objects.filter(on_theme(slug), plan__in=plans)
    names = {"label": "label", "title": "title", **_OF_PLAN}
    return (
        part("policy", policies, **names),
        part(
            "measure",
            measures,
            below=("policy__position",),
            id="id",
            themes="themes",
            policy_label="policy__label",
            policy_code="policy__code",
            **names,
        ),
        part("initiative", initiatives, measure_id="measure_id", **names),
    )


def _beside(slug, plans):
    """Actions, by their own themes or else those of their measure, and windows."""
    inherited = Q(themes="") & on_theme(slug, "measure__themes")
    actions = CocreationAction.objects.filter(
        on_theme(slug) | inherited, plan__in=plans
    )
    windows = ConsultationWindow.objects.filter(on_theme(slug), plan__in=plans)
    return (
        part("action", actions, **_OF_PLAN),
        part(
            "window", windows, name="name", kind="kind", for_whom="for_whom", **_OF_PLAN
        ),
    )

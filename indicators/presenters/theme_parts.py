"""What one theme gathers from all public plans, asked for in one query."""

from django.db.models import F, Q

from indicators.models import Target
from indicators.presenters.plan_year import years_part
from initiatives.models import CocreationAction, Initiative
from plans.models import BasicPolicy, ConsultationWindow, Measure, SourceNote, Theme
from plans.parts import fetch_parts, part
from plans.presenters import notes_part
from plans.querysets import on_theme

_OF_PLAN = {"plan_id": "plan_id"}


def targets_on(slug: str):
    """A target has the themes of its initiative, or of its measure without one."""
    of_initiative = on_theme(slug, "initiative__themes")
    of_measure = Q(initiative=None) & on_theme(slug, "measure__themes")
    targets = Target.objects.public().filter(of_initiative | of_measure)
    return targets.order_by("plan__position", "initiative__position", "position")


def theme_parts(slug: str, targets) -> dict[str, list[dict]]:
    """All themes, and the rows of every plan that belong to this one."""
    plans = targets.order_by().values("plan")
    notes = SourceNote.objects.filter(about_kind="target", plan__in=plans)
    return fetch_parts(
        _themes(),
        *_levels(slug),
        *_beside(slug),
        part("target", targets, id="id", **_OF_PLAN),
        notes_part(notes),
        years_part(plans),
    )


def _themes():
    themes = Theme.objects.annotate(code=F("slug"))
    return part("theme", themes, name="name", description="description")


def _levels(slug):
    """Policies, measures and initiatives; an initiative brings its measure along."""
    initiatives = Initiative.objects.public().filter(on_theme(slug))
    measures = Measure.objects.public().filter(
        on_theme(slug) | Q(pk__in=initiatives.order_by().values("measure"))
    )
    names = {"label": "label", "title": "title", **_OF_PLAN}
    return (
        part("policy", BasicPolicy.objects.public().filter(on_theme(slug)), **names),
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


def _beside(slug):
    """Actions, by their own themes or else those of their measure, and windows."""
    inherited = Q(themes="") & on_theme(slug, "measure__themes")
    actions = CocreationAction.objects.public().filter(on_theme(slug) | inherited)
    windows = ConsultationWindow.objects.public().filter(on_theme(slug))
    return (
        part("action", actions, **_OF_PLAN),
        part(
            "window", windows, name="name", kind="kind", for_whom="for_whom", **_OF_PLAN
        ),
    )

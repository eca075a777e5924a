"""Pages of a plan that show its text together with its targets."""

from django.utils import timezone

from indicators.embed.snippet import snippet
from indicators.models import SurveyIndicator, Target
from indicators.presenters.initiative_page import initiative_page
from indicators.presenters.measure_page import measure_page
from indicators.presenters.plan_page import plan_page
from indicators.presenters.policy_page import policy_page
from indicators.presenters.survey_page import survey_page
from indicators.presenters.target_page import target_for_page, target_page
from indicators.views_embed import site_address
from initiatives.models import Initiative
from plans.found import first_or_404
from plans.models import BasicPolicy, Measure, Plan
from plans.prepared import prepared
from plans.rendering import render_page

SETTINGS = "plan__judgement_settings"


def plan_detail(request, plan_slug):
    plan = first_or_404(_plans(slug=plan_slug))
    return render_page(
        request, "plans/plan_detail.html", plan_page(plan, timezone.localdate())
    )


@prepared
def _plans(slug: str):
    plans = Plan.objects.public().filter(slug=slug)
    return plans.select_related("publisher", "source_document", "judgement_settings")


def policy_detail(request, plan_slug, code):
    policy = first_or_404(_policies(slug=plan_slug, code=code))
    return render_page(
        request,
        "plans/policy_detail.html",
        {
            **policy_page(policy, timezone.localdate()),
            "embed": _embed(request, "policy", plan_slug, code, policy.title),
        },
    )


@prepared
def _policies(slug: str, code: str):
    return BasicPolicy.objects.for_page(slug, code).select_related(SETTINGS)


def measure_detail(request, plan_slug, code):
    measure = first_or_404(_measures(slug=plan_slug, code=code))
    return render_page(
        request,
        "plans/measure_detail.html",
        measure_page(measure, timezone.localdate()),
    )


@prepared
def _measures(slug: str, code: str):
    return Measure.objects.for_page(slug, code).select_related("policy", SETTINGS)


def initiative_detail(request, plan_slug, code):
    initiative = first_or_404(_initiatives(slug=plan_slug, code=code))
    return render_page(
        request,
        "initiatives/initiative_detail.html",
        initiative_page(initiative, timezone.localdate()),
    )


@prepared
def _initiatives(slug: str, code: str):
    return Initiative.objects.for_page(slug, code).select_related(
        "measure__policy", "department", SETTINGS
    )


def target_detail(request, plan_slug, code):
    target = first_or_404(_targets(slug=plan_slug, code=code))
    return render_page(
        request,
        "indicators/target_detail.html",
        {
            **target_page(target, timezone.localdate()),
            "embed": _embed(
                request, "target", plan_slug, code, target.name or target.goal_text
            ),
        },
    )


@prepared
def _targets(slug: str, code: str):
    return target_for_page(Target.objects, slug, code)


def survey_detail(request, plan_slug, code):
    indicator = first_or_404(_surveys(slug=plan_slug, code=code))
    return render_page(
        request,
        "indicators/survey_detail.html",
        survey_page(indicator, timezone.localdate()),
    )


@prepared
def _surveys(slug: str, code: str):
    return SurveyIndicator.objects.for_page(slug, code).select_related("policy")


def _embed(request, kind, plan_slug, code, name):
    site = site_address(request)
    return snippet(kind, plan_slug, code, name=name, site=site)

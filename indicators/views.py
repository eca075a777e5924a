"""Pages of a plan that show its text together with its targets."""

from django.shortcuts import get_object_or_404
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
from plans.models import BasicPolicy, Measure, Plan
from plans.page_scopes import scopes_of_page
from plans.rendering import render_page


def plan_detail(request, plan_slug):
    plans = Plan.objects.public().select_related(
        "publisher", "source_document", "judgement_settings", "parent", "predecessor"
    )
    plan = get_object_or_404(plans, slug=plan_slug)
    return render_page(
        request,
        "plans/plan_detail.html",
        plan_page(plan, timezone.localdate()),
        # Plans that name this one raise its scope themselves (Plan.publishing_scopes).
        scopes=scopes_of_page(plan, plan.publisher, plan.parent, plan.predecessor),
    )


def policy_detail(request, plan_slug, code):
    policies = BasicPolicy.objects.for_page(plan_slug, code).select_related(
        "plan__judgement_settings"
    )
    policy = get_object_or_404(policies)
    return render_page(
        request,
        "plans/policy_detail.html",
        {
            **policy_page(policy, timezone.localdate()),
            "embed": _embed(request, "policy", plan_slug, code, policy.title),
        },
        scopes=scopes_of_page(policy.plan),
    )


def measure_detail(request, plan_slug, code):
    measures = Measure.objects.for_page(plan_slug, code).select_related(
        "policy", "plan__judgement_settings"
    )
    measure = get_object_or_404(measures)
    return render_page(
        request,
        "plans/measure_detail.html",
        measure_page(measure, timezone.localdate()),
        scopes=scopes_of_page(measure.plan),
    )


def initiative_detail(request, plan_slug, code):
    initiatives = Initiative.objects.for_page(plan_slug, code).select_related(
        "measure__policy", "department", "plan__judgement_settings"
    )
    initiative = get_object_or_404(initiatives)
    return render_page(
        request,
        "initiatives/initiative_detail.html",
        initiative_page(initiative, timezone.localdate()),
        scopes=scopes_of_page(initiative.plan),
    )


def target_detail(request, plan_slug, code):
    target = get_object_or_404(target_for_page(Target.objects, plan_slug, code))
    return render_page(
        request,
        "indicators/target_detail.html",
        {
            **target_page(target, timezone.localdate()),
            "embed": _embed(
                request, "target", plan_slug, code, target.name or target.goal_text
            ),
        },
        scopes=scopes_of_page(target.plan),
    )


def survey_detail(request, plan_slug, code):
    indicators = SurveyIndicator.objects.for_page(plan_slug, code)
    indicator = get_object_or_404(indicators.select_related("policy"))
    return render_page(
        request,
        "indicators/survey_detail.html",
        survey_page(indicator, timezone.localdate()),
        scopes=scopes_of_page(indicator.plan),
    )


def _embed(request, kind, plan_slug, code, name):
    site = site_address(request)
    return snippet(kind, plan_slug, code, name=name, site=site)

"""The plans that follow survey indicators, each with its waves."""

from collections import defaultdict

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse

from indicators.models import SurveyIndicator, SurveyWave
from plans.fiscal_year import long_text
from plans.models import Plan
from plans.places import PlansShown
from plans.presenters import plan_name


def plans_with_surveys(values) -> dict:
    has_surveys = Exists(SurveyIndicator.objects.filter(plan=OuterRef("pk")))
    plans = Plan.objects.filter(has_surveys).order_by("position", "slug")
    shown = PlansShown.of(plans, values)
    asked = dict(
        SurveyIndicator.objects.filter(plan__in=shown.plans)
        .order_by()
        .values_list("plan")
        .annotate(number=Count("pk"))
    )
    waves = defaultdict(list)
    rows = SurveyWave.objects.filter(plan__in=shown.plans).annotate(
        answered=Count("results")
    )
    for wave in rows.order_by("-fiscal_year"):
        waves[wave.plan_id].append(_wave(wave, asked.get(wave.plan_id, 0)))
    return {
        "chooser": shown.chooser(reverse("survey-entry")),
        "page": shown.paging,
        "plans": [
            {
                "name": plan_name(plan),
                "indicators": asked[plan.pk],
                "waves": waves[plan.pk],
                "new_url": reverse("survey-wave-new", args=[plan.slug]),
            }
            for plan in shown.plans
        ],
    }


def _wave(wave, number):
    return {
        "year": long_text(wave.fiscal_year),
        "state": wave.get_state_display(),
        "is_public": wave.state == SurveyWave.State.PUBLISHED,
        "answered": f"{number}件中{wave.answered}件を入力",
        "url": reverse("survey-wave", args=[wave.pk]),
    }

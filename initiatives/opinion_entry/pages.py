"""The screens of committee opinions: plans with their years, the boxes of a year."""

from django.db.models import Count, Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from initiatives.models import CommitteeOpinion
from plans.admin.opened import FIELD
from plans.editing.errors import error_links
from plans.fiscal_year import era_text, long_text, of_date
from plans.models import BasicPolicy, Plan
from plans.places import PlansShown
from plans.presenters import plan_name

_YEARS_BACK = 5


def plans_with_years(values) -> dict:
    """The plans of a page that have policies; the years of late, and all that have
    opinions."""
    own = BasicPolicy.objects.filter(plan=OuterRef("pk")).order_by()
    # Counted for the plans of the page alone.
    number = Subquery(own.values("plan").annotate(n=Count("pk")).values("n"))
    plans = Plan.objects.filter(Exists(own)).annotate(policies=number)
    shown = PlansShown.of(plans.order_by("position", "slug"), values)
    opinions = CommitteeOpinion.objects.filter(plan__in=shown.plans).order_by()
    opinions = opinions.values_list("plan", "fiscal_year")
    written = {
        (plan, year): number
        for plan, year, number in opinions.annotate(number=Count("pk"))
    }
    return {
        "plans": [_plan(plan, written) for plan in shown.plans],
        "chooser": shown.chooser(reverse("opinion-entry")),
        "page": shown.paging,
    }


def _plan(plan, written):
    this_year = of_date(timezone.localdate())
    years = set(range(this_year - _YEARS_BACK, this_year + 1))
    years |= {year for plan_id, year in written if plan_id == plan.pk}
    return {
        "name": plan_name(plan),
        "years": [
            {
                "year": long_text(year),
                "written": f"{plan.policies}件中{written.get((plan.pk, year), 0)}件",
                "url": reverse("opinions-of-year", args=[plan.slug, year]),
            }
            for year in sorted(years, reverse=True)
        ],
    }


def policies_of(plan: Plan) -> list[BasicPolicy]:
    rows = list(BasicPolicy.objects.filter(plan=plan).order_by("position", "code"))
    for policy in rows:
        policy.plan = plan
    return rows


def opinions_of(
    plan: Plan, fiscal_year: int, *, lock: bool = False
) -> dict[int, CommitteeOpinion]:
    """The stored opinions of a year by the key of their policy."""
    rows = CommitteeOpinion.objects.filter(plan=plan, fiscal_year=fiscal_year)
    rows = rows.select_for_update(of=("self",), no_key=True) if lock else rows
    return {opinion.policy_id: opinion for opinion in rows}


def year_page(plan: Plan, fiscal_year: int, sent) -> dict:
    return {
        "plan_name": plan_name(plan),
        "year": era_text(fiscal_year),
        "entries": [_entry(form) for form in sent.forms],
        "versions_field": FIELD,
        "versions": sent.versions,
        "box": sent.box,
        "mistakes": error_links(sent.forms),
    }


def _entry(form):
    state = form.instance.get_state_display() if form.is_stored else "まだありません"
    return {
        "label": form.about,
        "title": form.instance.policy.title,
        "state": state,
        "is_public": form.is_public,
        "form": form,
    }

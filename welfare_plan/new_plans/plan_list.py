"""All plans for their planners: what state each is in, and what can be done with it."""

from django.urls import reverse

from plans.models import Plan
from plans.places import PlansShown
from plans.presenters import period_text, plan_name

DRAFT, PUBLISHED, ARCHIVED = Plan.State.DRAFT, Plan.State.PUBLISHED, Plan.State.ARCHIVED
NEXT_STATE = {DRAFT: PUBLISHED, PUBLISHED: ARCHIVED}
_BUTTONS = {DRAFT: "公開する", PUBLISHED: "終了した計画にする"}
_WHAT_HAPPENS = {
    DRAFT: "公開すると、この計画のすべてのページをだれでも見られます。"
    "コードとアドレスは、そのあと変えられません。",
    PUBLISHED: "終了した計画にしても、ページとアドレスはすべて残ります。"
    "値のない年度は「未報告」と表示しなくなり、目標の見直しはできなくなります。",
    ARCHIVED: "この計画は終了しています。ページはこれまでのアドレスで見られます。",
}


def plans_page(values) -> dict:
    rows = Plan.objects.select_related("predecessor").order_by("position", "slug")
    shown = PlansShown.of(rows, values)
    return {
        "plans": [_row(plan) for plan in shown.plans],
        "chooser": shown.chooser(reverse("plan-work")),
        "page": shown.paging,
    }


def state_page(plan: Plan) -> dict:
    return {
        "plan": _row(plan),
        "what_happens": _WHAT_HAPPENS[plan.state],
        "wanted": NEXT_STATE.get(plan.state, ""),
    }


def _row(plan):
    is_draft = plan.state == DRAFT
    return {
        "name": plan_name(plan),
        "state": plan.get_state_display(),
        "is_public": not is_draft,
        "period": period_text(plan),
        "before": plan_name(plan.predecessor) if plan.predecessor_id else "",
        "button": _BUTTONS.get(plan.state, ""),
        "public_url": "" if is_draft else plan.get_absolute_url(),
        "admin_url": reverse("admin:plans_plan_change", args=[plan.pk]),
        "state_url": reverse("plan-state", args=[plan.slug]),
        "next_url": reverse("plan-next-term", args=[plan.slug]),
    }

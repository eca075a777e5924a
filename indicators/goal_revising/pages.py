"""The screens of a revision: plans, targets to choose, what is typed, what it does."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from indicators.following import FollowedTarget, follow, observed, settings_of
from indicators.goal_revising.forms import DecisionForm, GoalForm
from indicators.goal_revising.preview import changed_years, is_the_goal_in_force
from indicators.models import GoalRevision, Observation, Target
from indicators.presenters.targets import goal_text
from plans.editing.errors import error_links
from plans.fiscal_year import day_text, era_text, of_date
from plans.models import Plan
from plans.places import PlansShown
from plans.presenters import plan_name


def public_plans():
    """Plans whose goals can be revised: public ones that are still followed."""
    return Plan.objects.filter(state=Plan.State.PUBLISHED)


def plans_page(values) -> dict:
    plans = public_plans().annotate(number=Count("target_set"))
    shown = PlansShown.of(plans.filter(number__gt=0), values)
    return {
        "chooser": shown.chooser(reverse("goal-plans")),
        "page": shown.paging,
        "plans": [
            {
                "name": plan_name(plan),
                "targets": plan.number,
                "url": reverse("goal-choice", args=[plan.slug]),
            }
            for plan in shown.plans
        ],
    }


def choice_page(plan: Plan) -> dict:
    """All targets of a plan with the goal in force and the revisions so far."""
    targets = Target.objects.filter(plan=plan)
    revisions = {}
    rows = GoalRevision.objects.filter(target__in=targets).order_by("effective_from_fy")
    for row in rows:
        words = f"{era_text(row.effective_from_fy)}から（{day_text(row.decided_on)}）"
        revisions.setdefault(row.target_id, []).append(words)
    now = of_date(timezone.localdate())
    return {
        "plan_name": plan_name(plan),
        "revise_url": reverse("goal-revision", args=[plan.slug]),
        "targets": [
            {
                "pk": each.values["id"],
                "code": each.values["code"],
                "title": each.values["name"] or each.values["goal_text"],
                "goal": goal_text(each.terms, now, each.values["goal_as_printed"]),
                "revisions": revisions.get(each.values["id"], []),
                "admin_url": reverse(
                    "admin:indicators_target_change", args=[each.values["id"]]
                ),
            }
            for each in follow(targets)
        ],
    }


@dataclass
class Chosen:
    """The chosen targets of one plan with all that a revision is judged by."""

    plan: Plan
    targets: list[Target]
    followed: dict[int, FollowedTarget]
    revisions: list[GoalRevision]

    @property
    def records(self) -> list:
        """What a person has seen who confirms: versions are kept of these."""
        return [*self.targets, *self.revisions]

    def goal_now(self, target: Target):
        return self.followed[target.pk].terms.goal_in(of_date(timezone.localdate()))

    def forms(self, values=None) -> tuple[DecisionForm, list[GoalForm]]:
        goals = [GoalForm(each, self.goal_now(each), values) for each in self.targets]
        return DecisionForm(values), goals


def chosen_targets(plan: Plan, keys: list[str], *, lock=False) -> Chosen:
    """The targets of a plan among the keys; keys of anything else are left aside."""
    numbers = [int(key) for key in keys if key.isascii() and key.isdigit()][:500]
    rows = Target.objects.filter(plan=plan, pk__in=numbers).order_by("pk")
    if lock:
        rows = rows.select_for_update(of=("self",), no_key=True)
    targets = sorted(rows, key=lambda row: (row.position, row.code))
    for target in targets:
        target.plan = plan
    followed = follow(Target.objects.filter(pk__in=[row.pk for row in targets]))
    revisions = GoalRevision.objects.filter(target__in=targets).order_by("pk")
    return Chosen(
        plan, targets, {each.values["id"]: each for each in followed}, list(revisions)
    )


def refuse_what_holds_anyway(chosen: Chosen, goals: list[GoalForm], revisions) -> None:
    for form, revision in zip(goals, revisions, strict=True):
        if is_the_goal_in_force(chosen.followed[form.target.pk], revision):
            form.add_error(
                "value",
                "いまの目標と同じです。新しい目標を入力するか、選ぶ画面に戻って"
                "この取組目標を外してください。",
            )


def form_page(chosen: Chosen, decision, goals) -> dict:
    return {
        **_head(chosen),
        "decision": decision,
        "entries": [{"form": form, "now": _now(chosen, form.target)} for form in goals],
        "mistakes": error_links([decision, *goals]),
    }


def preview_page(chosen: Chosen, decision, goals, revisions) -> dict:
    """What each goal was and becomes, and what that does to its judgement."""
    values = _values_of(chosen)
    settings, today = settings_of(chosen.plan), timezone.localdate()
    return {
        **_head(chosen),
        "hidden": [field for form in (decision, *goals) for field in form],
        "since": era_text(decision.cleaned_data["effective_from_fy"]),
        "decided": day_text(decision.cleaned_data["decided_on"]),
        "reason": decision.cleaned_data["reason"],
        "rows": [
            {
                "about": form.about,
                "doubts": form.doubts,
                "years": changed_years(
                    chosen.followed[form.target.pk],
                    revision,
                    values[form.target.pk],
                    today=today,
                    settings=settings,
                ),
            }
            for form, revision in zip(goals, revisions, strict=True)
        ],
    }


def _values_of(chosen):
    """By target and year: what was published, and the newer answers on their way."""
    found = {key: each.observed() for key, each in chosen.followed.items()}
    rows = Observation.objects.filter(target__in=chosen.targets)
    rows = rows.exclude(Q(value=None) & Q(value_state=""))
    names = ("value", "value_state", "provisional", "break_in_series")
    for row in rows.values("target_id", "fiscal_year", *names):
        found[row["target_id"]][row["fiscal_year"]] = observed(row)
    return found


def _now(chosen, target):
    terms = chosen.followed[target.pk].terms
    return goal_text(terms, of_date(timezone.localdate()), target.goal_as_printed)


def _head(chosen):
    return {
        "plan_name": plan_name(chosen.plan),
        "choice_url": reverse("goal-choice", args=[chosen.plan.slug]),
    }

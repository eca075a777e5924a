"""One theme: what all public plans promise under it, plan by plan."""

from collections import defaultdict

from django.db.models import F, Q
from django.urls import reverse

from indicators.following import follow
from indicators.models import Target
from indicators.presenters.plan_year import year_of_plan, years_part
from indicators.presenters.targets import target_row
from initiatives.models import CocreationAction, Initiative
from plans.models import BasicPolicy, ConsultationWindow, Measure, Plan, Theme
from plans.parts import fetch_parts, part
from plans.presenters import (
    crumbs,
    part_link,
    period_over_text,
    plan_heading,
    policy_label,
)
from plans.querysets import on_theme


def theme_page(slug: str, today) -> dict | None:
    """Five queries; None where there is no such theme."""
    chosen = _targets(slug)
    parts = fetch_parts(*_parts(slug, chosen))
    theme = next((row for row in parts["theme"] if row["code"] == slug), None)
    if theme is None:
        return None
    targets = {target.values["id"]: target for target in follow(chosen)}
    plans = [
        _PlanRows(plan, slug, parts, targets, today).page() for plan in _plans(parts)
    ]
    return {
        "crumbs": crumbs((f"テーマ「{theme['name']}」", None)),
        "slug": slug,
        "name": theme["name"],
        "description": theme["description"],
        "sentence": _sentence(plans),
        "plans": plans,
        "others": [
            {"name": row["name"], "url": reverse("theme", args=[row["code"]])}
            for row in parts["theme"]
            if row["code"] != slug
        ],
    }


def _targets(slug):
    """A target has the themes of its initiative, or of its measure without one."""
    of_initiative = on_theme(slug, "initiative__themes")
    of_measure = Q(initiative=None) & on_theme(slug, "measure__themes")
    targets = Target.objects.public().filter(of_initiative | of_measure)
    return targets.order_by("plan__position", "initiative__position", "position")


def _parts(slug, targets):
    initiatives = Initiative.objects.public().filter(on_theme(slug))
    inherited = Q(themes="") & on_theme(slug, "measure__themes")
    actions = CocreationAction.objects.public().filter(on_theme(slug) | inherited)
    measures = Measure.objects.public().filter(
        on_theme(slug) | Q(pk__in=initiatives.order_by().values("measure"))
    )
    of_plan = {"plan_id": "plan_id"}
    return (
        part(
            "theme",
            Theme.objects.annotate(code=F("slug")),
            name="name",
            description="description",
        ),
        part(
            "policy",
            BasicPolicy.objects.public().filter(on_theme(slug)),
            label="label",
            title="title",
            **of_plan,
        ),
        part(
            "measure",
            measures,
            below=("policy__position",),
            id="id",
            label="label",
            title="title",
            themes="themes",
            policy_label="policy__label",
            policy_code="policy__code",
            **of_plan,
        ),
        part(
            "initiative",
            initiatives,
            measure_id="measure_id",
            label="label",
            title="title",
            **of_plan,
        ),
        part("action", actions, **of_plan),
        part(
            "window",
            ConsultationWindow.objects.public().filter(on_theme(slug)),
            name="name",
            **of_plan,
        ),
        part("target", targets, id="id", **of_plan),
        years_part(targets.order_by().values("plan")),
    )


def _plans(parts):
    kinds = ("policy", "measure", "initiative", "action", "window")
    keys = {row["plan_id"] for kind in kinds for row in parts[kind]}
    return Plan.objects.filter(pk__in=keys).select_related("judgement_settings")


class _PlanRows:
    """What one plan has under the theme."""

    def __init__(self, plan, slug, parts, targets, today):
        self.plan, self.slug, self.today = plan, slug, today
        self.targets = targets
        self.parts = defaultdict(list)
        for kind, rows in parts.items():
            self.parts[kind] = [r for r in rows if r.get("plan_id") == plan.pk]
        self.year = year_of_plan(parts, plan, today)

    def page(self):
        plan, parts = self.plan, self.parts
        actions = reverse("actions")
        return {
            **plan_heading(plan),
            "period_over": period_over_text(plan, self.today),
            "policies": [self._policy(row) for row in parts["policy"]],
            "measures": self._measures(),
            "target_label": plan.target_label,
            "targets": self._targets(),
            "action_count": len(parts["action"]),
            "actions_url": f"{actions}?theme={self.slug}&plan={plan.slug}",
            "windows": [
                {
                    "name": row["name"],
                    "url": f"{reverse('consult')}#window-{plan.slug}-{row['code']}",
                }
                for row in parts["window"]
            ],
        }

    def _policy(self, row):
        label = policy_label(row["label"], row["code"], self.plan)
        return part_link("policy-detail", self.plan, row, label=label)

    def _measures(self):
        """Measures with the initiatives below; `is_own` ones are themselves sorted."""
        below = defaultdict(list)
        for row in self.parts["initiative"]:
            link = part_link("initiative-detail", self.plan, row)
            below[row["measure_id"]].append(link)
        return [
            {
                **part_link("measure-detail", self.plan, row, label=self._label(row)),
                "is_own": self.slug in row["themes"].split(),
                "initiatives": below[row["id"]],
            }
            for row in self.parts["measure"]
        ]

    def _label(self, row):
        """基本方針2 基本施策 1: the same number stands under several policies."""
        policy = policy_label(row["policy_label"], row["policy_code"], self.plan)
        return f"{policy} {row['label']}" if row["label"] else policy

    def _targets(self):
        return [
            target_row(self.targets[row["id"]], self.plan, self.year, self.today)
            for row in self.parts["target"]
        ]


def _sentence(plans):
    """2件の計画に、施策3件、取組4件、目標2件があります。"""
    counts = (
        ("方針", sum(len(plan["policies"]) for plan in plans)),
        ("施策", sum(row["is_own"] for plan in plans for row in plan["measures"])),
        (
            "取組",
            sum(len(row["initiatives"]) for plan in plans for row in plan["measures"]),
        ),
        ("目標", sum(len(plan["targets"]) for plan in plans)),
        ("市民や地域への呼びかけ", sum(plan["action_count"] for plan in plans)),
        ("相談先", sum(len(plan["windows"]) for plan in plans)),
    )
    words = "、".join(f"{word}{count}件" for word, count in counts if count)
    return f"{len(plans)}件の計画に、{words}があります。" if words else ""

"""One theme: where to turn to, and what all public plans promise under it."""

from collections import defaultdict

from django.urls import reverse

from indicators.following import follow
from indicators.presenters.plan_year import year_of_plan
from indicators.presenters.targets import target_row, with_notes
from indicators.presenters.theme_parts import plans_on, targets_on, theme_parts
from indicators.presenters.theme_windows import theme_windows
from plans.page_words import SITE_STATE
from plans.places import PlansShown
from plans.presenters import (
    crumbs,
    part_link,
    period_over_text,
    plan_heading,
    policy_label,
)


def theme_page(slug: str, today, values=None) -> dict | None:
    """Four queries; None where there is no such theme.

    Where many plans have something under the theme, those of one page are shown.
    """
    shown = PlansShown.of(plans_on(slug), values or {})
    keys = [plan.pk for plan in shown.plans]
    chosen = targets_on(slug, keys)
    parts = theme_parts(slug, chosen, keys)
    theme = next((row for row in parts["theme"] if row["code"] == slug), None)
    if theme is None:
        return None
    targets = {target.values["id"]: target for target in follow(chosen, whole=False)}
    plans = shown.plans
    rows = [_PlanRows(plan, slug, parts, targets, today).page() for plan in plans]
    windows = theme_windows(plans, parts["window"], today)
    return {
        "crumbs": crumbs(("テーマ", reverse("themes")), (theme["name"], None)),
        "slug": slug,
        SITE_STATE: parts[SITE_STATE],
        "chooser": shown.chooser(reverse("theme", args=[slug])),
        "page": shown.paging,
        "name": theme["name"],
        "description": theme["description"],
        "sentence": _sentence(rows, windows),
        "windows": windows,
        "plans": [row for row in rows if row["has_promises"]],
        "others": [
            {"name": row["name"], "url": reverse("theme", args=[row["code"]])}
            for row in parts["theme"]
            if row["code"] != slug
        ],
    }


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
            "has_promises": any(
                parts[kind] for kind in ("policy", "measure", "target", "action")
            ),
            "policies": [self._policy(row) for row in parts["policy"]],
            "measures": self._measures(),
            "target_label": plan.target_label,
            "targets": self._targets(),
            "action_count": len(parts["action"]),
            "actions_url": f"{actions}?theme={self.slug}&plan={plan.slug}",
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
        rows = [
            target_row(self.targets[row["id"]], self.plan, self.year, self.today)
            for row in self.parts["target"]
        ]
        return with_notes(rows, self.parts["note"])


def _sentence(plans, windows):
    """2件の計画に、施策3件、取組4件、目標2件があります。"""
    counts = (
        ("相談先", len(windows)),
        ("方針", sum(len(plan["policies"]) for plan in plans)),
        ("施策", sum(row["is_own"] for plan in plans for row in plan["measures"])),
        (
            "取組",
            sum(len(row["initiatives"]) for plan in plans for row in plan["measures"]),
        ),
        ("目標", sum(len(plan["targets"]) for plan in plans)),
        ("市民や地域への呼びかけ", sum(plan["action_count"] for plan in plans)),
    )
    words = "、".join(f"{word}{count}件" for word, count in counts if count)
    return f"{len(plans)}件の計画に、{words}があります。" if words else ""

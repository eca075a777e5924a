"""The page of one plan: what it is, its whole tree, its text, its related plans."""

from collections import defaultdict

from django.db.models import F, Q
from django.urls import reverse

from indicators.following import following
from indicators.models import SurveyIndicator, Target
from indicators.presenters.plan_year import year_of_targets
from indicators.presenters.targets import target_rows
from initiatives.models import Initiative
from plans.addresses import address_of
from plans.models import BasicPolicy, Measure, Plan, Section
from plans.page_words import SITE_TERM, site_part
from plans.parts import by_kind, part, union_of
from plans.prepared import prepared
from plans.presenters import (
    crumbs,
    kind_text,
    marked_terms,
    note_part,
    notes_about,
    period_over_text,
    period_text,
    plan_heading,
    plan_name,
    policy_label,
    publisher_text,
    section_part,
    sections_around,
    source_rows,
    term_part,
)
from plans.prose import blocks


def plan_page(plan: Plan, today) -> dict:
    """Three queries beside that of the plan, whatever its size."""
    parts = by_kind(
        _parts(
            plan=plan.pk,
            parent=plan.parent_id or 0,
            predecessor=plan.predecessor_id or 0,
        )
    )
    followed = _targets(plan=plan.pk)
    year = year_of_targets(followed, plan, today)
    targets = target_rows(followed, plan, year, today)
    return {
        "crumbs": crumbs((plan_name(plan), None)),
        "plan": plan_heading(plan),
        "marked_terms": marked_terms(parts, plan),
        SITE_TERM: parts[SITE_TERM],
        "period_over": period_over_text(plan, today),
        "counts": _counts_text(plan, parts, targets),
        **sections_around(parts),
        "tree": _tree(plan, parts, targets),
        "tree_heading": "計画の体系",
        "related": [
            {
                "name": row["title"] or row["working_title"],
                "url": reverse("plan-detail", args=[row["code"]]),
                "relation": _relation(plan, row),
            }
            for row in parts["related"]
        ],
        "notes": notes_about(parts["note"], "plan"),
        "note_count": len(parts["note"]),
        "dashboard_url": reverse("plan-dashboard", args=[plan.slug]),
        "reports_url": reverse("report-list", args=[plan.slug]),
        "facts": _facts(plan),
        "body": _body(plan),
        "source": source_rows(plan, plan.source_heading),
    }


def _body(plan):
    """Who published the plan, with the address of its own page."""
    publisher = plan.publisher
    if publisher is None:
        return None
    return {"name": publisher.name, "url": publisher.get_absolute_url()}


@following
def _targets(plan: int):
    return Target.objects.filter(plan=plan)


@prepared
def _parts(plan: int, parent: int, predecessor: int):
    return union_of(
        site_part(),
        section_part(
            Section.objects.filter(plan=plan, policy=None, measure=None),
        ),
        part(
            "policy",
            BasicPolicy.objects.filter(plan=plan),
            id="id",
            label="label",
            title="title",
            overview="overview",
        ),
        part(
            "measure",
            Measure.objects.filter(plan=plan),
            id="id",
            policy_id="policy_id",
            label="label",
            title="title",
        ),
        part(
            "initiative",
            Initiative.objects.filter(plan=plan),
            id="id",
            measure_id="measure_id",
            label="label",
            title="title",
        ),
        part("survey", SurveyIndicator.objects.filter(plan=plan)),
        part(
            "related",
            Plan.objects.public()
            .filter(
                Q(parent=plan) | Q(predecessor=plan) | Q(pk__in=[parent, predecessor])
            )
            .annotate(code=F("slug")),
            title="title",
            working_title="working_title",
            id="id",
            parent_id="parent_id",
            predecessor_id="predecessor_id",
        ),
        note_part(plan),
        term_part(plan),
    )


def _relation(plan, row):
    """What another plan is to this one."""
    if row["predecessor_id"] == plan.pk:
        return "次の期の計画"
    if row["id"] == plan.predecessor_id:
        return "前の期の計画"
    return "あわせて定めた計画" if row["parent_id"] == plan.pk else "もとになる計画"


def _tree(plan, parts, targets):
    """Policies with their measures, these with their initiatives and targets."""
    initiatives, measures = defaultdict(list), defaultdict(list)
    targets_of = defaultdict(list)
    for row in targets:
        targets_of[row["initiative_id"], row["measure_id"]].append(row)
    for row in parts["initiative"]:
        initiatives[row["measure_id"]].append(
            {
                "label": row["label"],
                "title": row["title"],
                "url": address_of("initiative-detail", plan.slug, row["code"]),
                "targets": targets_of[row["id"], None],
            }
        )
    for row in parts["measure"]:
        measures[row["policy_id"]].append(
            {
                "label": row["label"],
                "title": row["title"],
                "url": address_of("measure-detail", plan.slug, row["code"]),
                "initiatives": initiatives[row["id"]],
                "targets": targets_of[None, row["id"]],
            }
        )
    return [
        {
            "code": row["code"],
            "label": policy_label(row["label"], row["code"], plan),
            "title": row["title"],
            "url": address_of("policy-detail", plan.slug, row["code"]),
            "overview": blocks(row["overview"]),
            "measures": measures[row["id"]],
        }
        for row in parts["policy"]
    ]


def _counts_text(plan, parts, targets):
    """基本方針4件、基本施策14件、… in the plan's own words.

    A level without records stays out, and so do groups that the plan does not number.
    """
    counts = [
        (len(parts["policy"]), plan.level1_label),
        (sum(bool(row["label"]) for row in parts["measure"]), plan.level2_label),
        (len(parts["initiative"]), plan.level3_label),
        (len(targets), plan.target_label),
        (len(parts["survey"]), "評価項目"),
    ]
    return "、".join(f"{label}{count}件" for count, label in counts if count)


def _facts(plan):
    facts = [
        ("発行者", publisher_text(plan)),
        ("地域", f"{plan.area_name}（本文に出てくる地域の名前）"),
        ("種類", kind_text(plan)),
        ("計画期間", period_text(plan)),
    ]
    if plan.publisher_as_printed:
        facts.insert(1, ("発行者の原典の表記", plan.publisher_as_printed))
    if plan.issued_as_printed:
        facts.append(("発行の時期（原典の表記）", plan.issued_as_printed))
    if not plan.title:
        facts.insert(
            0,
            (
                "計画の名称",
                "原典の掲載部分に名称の印刷がないため、仮の名称で示しています。",
            ),
        )
    return facts

"""The page of one basic policy: its text, its measures, its survey indicators."""

from django.db.models import Q
from django.urls import reverse

from indicators.presenters.surveys import survey_rows
from plans.models import BasicPolicy, Measure, Section, SourceNote
from plans.parts import fetch_parts, part
from plans.presenters import (
    crumbs,
    neighbours,
    note_part,
    notes_about,
    plan_heading,
    plan_name,
    policy_label,
    section_part,
    section_rows,
    source_rows,
)
from plans.prose import blocks


def policy_page(policy: BasicPolicy) -> dict:
    """Two queries beside that of the policy."""
    plan = policy.plan
    parts = fetch_parts(
        part(
            "policy",
            BasicPolicy.objects.filter(plan=plan),
            label="label",
            title="title",
        ),
        part(
            "measure",
            Measure.objects.filter(policy=policy),
            label="label",
            title="title",
        ),
        section_part(Section.objects.filter(policy=policy)),
        note_part(
            SourceNote.objects.filter(
                Q(about_kind="policy", about_code=policy.code)
                | Q(
                    about_kind="section",
                    about_code__in=Section.objects.filter(policy=policy).values("code"),
                ),
                plan=plan,
            )
        ),
    )
    label = policy_label(policy.label, policy.code, plan)
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (label, None),
        ),
        "plan": plan_heading(plan),
        "label": label,
        "title": policy.title,
        "overview": blocks(policy.overview),
        "level2_label": plan.level2_label,
        "measures": [
            {
                "label": row["label"],
                "title": row["title"],
                "url": reverse("measure-detail", args=[plan.slug, row["code"]]),
            }
            for row in parts["measure"]
        ],
        "surveys": survey_rows(policy.survey_indicators.all(), plan),
        "sections": section_rows(parts),
        "notes": notes_about(parts["note"], "policy", policy.code),
        "source": source_rows(plan, policy.source_heading, policy.source_page),
        "pager": _pager(plan, parts["policy"], policy.code),
    }


def _pager(plan, rows, code):
    return {
        side: row
        and {
            "label": policy_label(row["label"], row["code"], plan),
            "title": row["title"],
            "url": reverse("policy-detail", args=[plan.slug, row["code"]]),
        }
        for side, row in neighbours(rows, code).items()
    }

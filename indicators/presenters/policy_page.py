"""The page of one basic policy: its text, its measures, its survey indicators."""

from indicators.presenters.surveys import survey_rows
from plans.models import BasicPolicy, Measure, Section
from plans.parts import fetch_parts, part
from plans.presenters import (
    crumbs,
    note_part,
    notes_about,
    pager,
    part_link,
    plan_heading,
    plan_name,
    policy_label,
    section_part,
    sections_around,
    source_rows,
)
from plans.prose import blocks


def policy_page(policy: BasicPolicy) -> dict:
    """Two queries beside that of the policy."""
    plan = policy.plan
    sections = Section.objects.filter(policy=policy)
    parts = fetch_parts(
        part(
            "sibling",
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
        section_part(sections),
        note_part(plan, policy=[policy.code], section=sections.values("code")),
    )
    label = policy_label(policy.label, policy.code, plan)
    numbered = all(row["label"] for row in parts["measure"])
    return {
        "crumbs": crumbs((plan_name(plan), plan.get_absolute_url()), (label, None)),
        "plan": plan_heading(plan),
        "label": label,
        "title": policy.title,
        "overview": blocks(policy.overview),
        "list_heading": plan.level2_label if numbered else plan.level3_label,
        "measures": [
            part_link("measure-detail", plan, row) for row in parts["measure"]
        ],
        "surveys": survey_rows(policy.survey_indicators.all(), plan),
        **sections_around(parts),
        "notes": notes_about(parts["note"], "policy", policy.code),
        "source": source_rows(plan, policy.source_heading, policy.source_page),
        "pager": pager(
            parts["sibling"],
            policy.code,
            lambda row: part_link(
                "policy-detail",
                plan,
                row,
                label=policy_label(row["label"], row["code"], plan),
            ),
        ),
    }
